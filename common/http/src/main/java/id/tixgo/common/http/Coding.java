package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** How a body may be made smaller on its way (RFC 9110, 8.4), the better first. */
public enum Coding {
  BROTLI("br") {
    @Override
    OutputStream quick(OutputStream out) throws IOException {
      return new BrotliOutputStream(out, brotli(4));
    }

    @Override
    OutputStream thorough(OutputStream out) throws IOException {
      return new BrotliOutputStream(out, brotli(6));
    }
  },

  GZIP("gzip") {
    @Override
    OutputStream quick(OutputStream out) throws IOException {
      return new QuickGzip(out);
    }

    @Override
    OutputStream thorough(OutputStream out) throws IOException {
      return new GZIPOutputStream(out);
    }
  };

  /** What is smaller fits into one packet anyway, or nearly so. */
  private static final int SMALLEST = 1400;

  /** It looks back so many bits' worth of bytes, for which it needs memory. */
  private static final int BROTLI_WINDOW = 18;

  private static final Set<String> TYPES =
      Set.of(
          "application/json",
          "application/problem+json",
          "application/manifest+json",
          "application/graphql-response+json",
          "image/svg+xml");

  private final String name;

  Coding(String name) {
    this.name = requireNonNull(name);
  }

  /** Its name in headers. */
  public String token() {
    return name;
  }

  /** For what is made once for each request. */
  abstract OutputStream quick(OutputStream out) throws IOException;

  /** For what is made once. */
  abstract OutputStream thorough(OutputStream out) throws IOException;

  private static Encoder.Parameters brotli(int quality) {
    return new Encoder.Parameters().setQuality(quality).setWindow(BROTLI_WINDOW);
  }

  /** Those of this machine: Brotli's code is made for few kinds. */
  public static List<Coding> available() {
    return Stream.of(values())
        .filter(coding -> coding != BROTLI || Brotli4jLoader.isAvailable())
        .toList();
  }

  /** The best that the client takes of what there is on this machine. */
  public static Optional<Coding> accepted(HttpServerRequest request) {
    String wanted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    return wanted == null
        ? Optional.empty()
        : available().stream().filter(coding -> coding.isIn(wanted)).findFirst();
  }

  private boolean isIn(String wanted) {
    return Stream.of(wanted.toLowerCase(Locale.ROOT).split(",", -1))
        .map(one -> one.replace(" ", ""))
        .anyMatch(
            one -> one.equals(name) || (one.startsWith(name + ";") && !one.matches(".*;q=0[.0]*")));
  }

  /** The body made smaller, quickly. */
  Buffer whole(Buffer body) {
    return whole(body, new Coded(this::quick));
  }

  /** The body made as small as is worth it. */
  public Buffer small(Buffer body) {
    return whole(body, new Coded(this::thorough));
  }

  private static Buffer whole(Buffer body, Coded coded) {
    return coded.next(body).appendBuffer(coded.end());
  }

  Coded begin() {
    return new Coded(this::quick);
  }

  /** How bytes get smaller on their way to others. */
  @FunctionalInterface
  private interface Coder {
    OutputStream onto(OutputStream out) throws IOException;
  }

  /**
   * How a body of this type goes to this client, with the headers that say so; empty for as it is.
   * Only what is read: answers to changes are where secrets are made, beside what a client sent
   * (docs/adr/023).
   *
   * @param length of the body; more than enough where nobody knows it
   */
  static Optional<Coding> choose(
      HttpServerRequest request, HttpServerResponse response, String type, long length) {
    if (length < SMALLEST || !isText(type) || response.headers().contains("Content-Encoding")) {
      return Optional.empty();
    }
    response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    Optional<Coding> chosen =
        request.method().equals(HttpMethod.GET) ? accepted(request) : Optional.empty();
    chosen.ifPresent(coding -> coding.announce(response));
    return chosen;
  }

  private static boolean isText(String type) {
    String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    boolean live = media.equals("text/event-stream");
    return !live && (media.startsWith("text/") || TYPES.contains(media));
  }

  /** The tag is the same in meaning, not in bytes. */
  private void announce(HttpServerResponse response) {
    response.putHeader(HttpHeaders.CONTENT_ENCODING, name);
    String tag = response.headers().get(HttpHeaders.ETAG);
    if (tag != null && !tag.startsWith("W/")) {
      response.putHeader(HttpHeaders.ETAG, "W/" + tag);
    }
  }

  private static final class QuickGzip extends GZIPOutputStream {
    QuickGzip(OutputStream out) throws IOException {
      super(out, 8192, true);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** One body, piece by piece. */
  static final class Coded {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final OutputStream coder;

    private Coded(Coder coder) {
      try {
        this.coder = coder.onto(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** What can be sent of it so far; may be nothing. */
    Buffer next(Buffer piece) {
      try {
        coder.write(piece.getBytes());
        return taken();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Buffer end() {
      try {
        coder.close();
        return taken();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Buffer taken() {
      Buffer taken = Buffer.buffer(bytes.toByteArray());
      bytes.reset();
      return taken;
    }
  }
}
