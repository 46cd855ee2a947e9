package id.tixgo.portal.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Coding;
import id.tixgo.common.http.ETags;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One file for browsers, ready to be sent. They ask each time whether it has changed: its path is
 * that of every release.
 *
 * @param smaller the same compressed; empty where that saves nothing
 */
record WebFile(String mediaType, Form plain, Map<Coding, Form> smaller) {
  private static final String TEXT = "; charset=utf-8";
  private static final Map<String, String> EXTENSION_TO_TYPE =
      Map.ofEntries(
          Map.entry("css", "text/css" + TEXT),
          Map.entry("html", "text/html" + TEXT),
          Map.entry("ico", "image/x-icon"),
          Map.entry("js", "text/javascript" + TEXT),
          Map.entry("json", "application/json"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("png", "image/png"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("txt", "text/plain" + TEXT),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"));

  /** Its bytes in one encoding, and their {@code ETag}. */
  record Form(Buffer bytes, String tag) {
    static Form of(byte[] bytes) {
      return of(Buffer.buffer(bytes));
    }

    static Form of(Buffer bytes) {
      return new Form(bytes, ETags.of(bytes));
    }
  }

  WebFile {
    requireNonNull(mediaType);
    requireNonNull(plain);
    smaller = Map.copyOf(smaller);
  }

  static WebFile of(String name, byte[] bytes) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return new WebFile(
        EXTENSION_TO_TYPE.getOrDefault(extension, "application/octet-stream"),
        Form.of(bytes),
        smaller(Buffer.buffer(bytes)));
  }

  private static Map<Coding, Form> smaller(Buffer plain) {
    Map<Coding, Form> smaller = new EnumMap<>(Coding.class);
    for (Coding coding : Coding.available()) {
      Buffer coded = coding.small(plain);
      if (coded.length() < plain.length() * 0.9) {
        smaller.put(coding, Form.of(coded));
      }
    }
    return smaller;
  }

  /** Answers with it; with 304 when the browser has it already. */
  void write(RoutingContext context) {
    HttpServerResponse response = context.response();
    Optional<Coding> coding = Coding.accepted(context.request()).filter(smaller::containsKey);
    Form form = coding.map(smaller::get).orElse(plain);
    response.putHeader("Cache-Control", "no-cache").putHeader("ETag", form.tag());
    if (!smaller.isEmpty()) {
      response.putHeader("Vary", "Accept-Encoding");
    }
    Optional<String> known = Optional.ofNullable(context.request().getHeader("If-None-Match"));
    if (ETags.names(known, form.tag())) {
      response.setStatusCode(304).end();
      return;
    }
    coding.ifPresent(one -> response.putHeader("Content-Encoding", one.token()));
    response
        .putHeader("Content-Type", mediaType)
        .putHeader("Content-Length", String.valueOf(form.bytes().length()))
        .end(form.bytes());
  }
}
