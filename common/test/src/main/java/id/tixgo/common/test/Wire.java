package id.tixgo.common.test;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One TCP connection to a service: whatever bytes a test likes, as ISO 8859-1. */
public final class Wire implements AutoCloseable {
  private static final int PATIENCE_MS = 30_000;
  private final Socket socket;
  private final InputStream in;

  /** An answer; {@code status} is 0 when the connection was closed instead. */
  public record Reply(int status, Map<String, String> headers, String body) {
    public static final Reply CLOSED = new Reply(0, Map.of(), "");

    public boolean isRefusal() {
      return status == 0 || (status >= 400 && status < 500) || status == 501;
    }
  }

  public Wire(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(PATIENCE_MS);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request's head. */
  public static String head(String... lines) {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  /** What comes back for these bytes on a connection of their own. */
  public static Reply exchange(int port, String bytes) {
    try (Wire wire = new Wire(port)) {
      return wire.send(bytes).read();
    }
  }

  /** Sends what it can; a peer that has had enough shows when its answer is read. */
  public Wire send(String bytes) {
    try {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return this;
    }
    return this;
  }

  /** The next answer; the body of one without a length is what comes until the end. */
  public Reply read() {
    return read(true);
  }

  /** The next answer to a HEAD. */
  public Reply readHead() {
    return read(false);
  }

  /** All that comes until the peer closes, however it does. */
  public String rest() {
    StringBuilder all = new StringBuilder();
    try {
      for (int b = in.read(); b >= 0; b = in.read()) {
        all.append((char) b);
      }
    } catch (SocketTimeoutException e) {
      throw new UncheckedIOException("no end", e);
    } catch (IOException e) {
      return all.toString();
    }
    return all.toString();
  }

  /** Whether the peer has closed; what it said before is skipped. */
  public boolean isClosed() {
    try {
      socket.setSoTimeout(50);
      return in.read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Reads some bytes and leaves the rest. */
  public void taste(int bytes) {
    try {
      in.readNBytes(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until an answer has begun, and leaves it to be read. */
  public void awaitFirstByte() {
    in.mark(1);
    taste(1);
    try {
      in.reset();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reply read(boolean withBody) {
    try {
      String start = line();
      if (start.isEmpty()) {
        return Reply.CLOSED;
      }
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (String line = line(); !line.isEmpty(); line = line()) {
        int colon = line.indexOf(':');
        headers.merge(
            line.substring(0, colon).toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip(),
            (a, b) -> a + " | " + b);
      }
      int status = Integer.parseInt(start.split(" ", -1)[1]);
      return new Reply(status, headers, withBody && status >= 200 ? body(headers) : "");
    } catch (SocketTimeoutException e) {
      throw new UncheckedIOException("neither an answer nor an end", e);
    } catch (IOException e) {
      return Reply.CLOSED;
    }
  }

  private String body(Map<String, String> headers) throws IOException {
    if (headers.containsKey("content-length")) {
      return text(in.readNBytes(Integer.parseInt(headers.get("content-length"))));
    }
    return headers.containsKey("transfer-encoding") ? chunks() : "";
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    for (int size = size(); size > 0; size = size()) {
      body.append(text(in.readNBytes(size)));
      line();
    }
    line();
    return body.toString();
  }

  private int size() throws IOException {
    String line = line();
    if (line.isEmpty()) {
      throw new IOException("the body ended in the middle");
    }
    return Integer.parseInt(line, 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.append((char) b);
    }
    return line.toString().stripTrailing();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
