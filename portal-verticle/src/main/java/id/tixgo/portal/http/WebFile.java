package id.tixgo.portal.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.ETags;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * One file for browsers, ready to be sent. They ask each time whether it has changed: its path is
 * that of every release.
 *
 * @param gzipped the same compressed; empty where that saves nothing
 */
record WebFile(String mediaType, Form plain, Optional<Form> gzipped) {
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
      Buffer buffer = Buffer.buffer(bytes);
      return new Form(buffer, ETags.of(buffer));
    }
  }

  WebFile {
    requireNonNull(mediaType);
    requireNonNull(plain);
    requireNonNull(gzipped);
  }

  static WebFile of(String name, byte[] bytes) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    byte[] smaller = gzip(bytes);
    return new WebFile(
        EXTENSION_TO_TYPE.getOrDefault(extension, "application/octet-stream"),
        Form.of(bytes),
        smaller.length < bytes.length * 0.9 ? Optional.of(Form.of(smaller)) : Optional.empty());
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length);
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  /** Answers with it; with 304 when the browser has it already. */
  void write(RoutingContext context) {
    HttpServerResponse response = context.response();
    Optional<Form> small = gzipped.filter(any -> takesGzip(context));
    Form form = small.orElse(plain);
    response.putHeader("Cache-Control", "no-cache").putHeader("ETag", form.tag());
    gzipped.ifPresent(any -> response.putHeader("Vary", "Accept-Encoding"));
    Optional<String> known = Optional.ofNullable(context.request().getHeader("If-None-Match"));
    if (ETags.names(known, form.tag())) {
      response.setStatusCode(304).end();
      return;
    }
    small.ifPresent(any -> response.putHeader("Content-Encoding", "gzip"));
    response
        .putHeader("Content-Type", mediaType)
        .putHeader("Content-Length", String.valueOf(form.bytes().length()))
        .end(form.bytes());
  }

  private static boolean takesGzip(RoutingContext context) {
    return context.parsedHeaders().acceptEncoding().stream()
        .anyMatch(coding -> coding.value().equalsIgnoreCase("gzip") && coding.weight() > 0);
  }
}
