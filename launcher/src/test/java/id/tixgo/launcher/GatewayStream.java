package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies far larger than what a gateway may hold, with a fake neighbour behind it. */
abstract class GatewayStream {
  private static final long MEGABYTE = 1 << 20;
  private static final long SIZE = 200 * MEGABYTE;

  /** What sockets, queues and windows on the way may hold; far less than the body. */
  private static final long ON_THE_WAY = 40 * MEGABYTE;

  private static final Buffer CHUNK = Buffer.buffer(new byte[64 * 1024]);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong received = new AtomicLong();
  private final String service;
  private final String portVariable;
  private final String mount;
  private RunningSystem system;
  private ServiceApi gateway;

  /** The gateway of a service to the one that a setting names, and where it is mounted. */
  GatewayStream(String service, String portVariable, String mount) {
    this.service = service;
    this.portVariable = portVariable;
    this.mount = mount;
  }

  @BeforeEach
  void start() {
    String eventPort = FreePort.next();
    system =
        new RunningSystem(
            List.of(service), Map.of(portVariable, eventPort, "UPSTREAM_TIMEOUT_MS", "5000"));
    gateway = system.service(service);
    RunningSystem.await(
        system
            .vertx()
            .createHttpServer()
            .requestHandler(this::answer)
            .listen(Integer.parseInt(eventPort), "127.0.0.1"));
  }

  @AfterEach
  void stop() {
    system.close();
  }

  @Test
  void aDownloadShouldWaitForItsReader() throws Exception {
    HttpResponse<InputStream> response =
        client.send(get("/events/big"), BodyHandlers.ofInputStream());
    letPass();
    assertTrue(sent.get() < ON_THE_WAY, () -> sent + " bytes for a client that reads none");
    byte[] buffer = new byte[64 * 1024];
    long read = 0;
    try (InputStream body = response.body()) {
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        read += n;
        assertTrue(sent.get() - read < ON_THE_WAY);
      }
    }
    assertEquals(SIZE, read);
  }

  @Test
  void anUploadShouldWaitForEvent() throws Exception {
    HttpRequest upload =
        HttpRequest.newBuilder(uri("/events"))
            .POST(BodyPublishers.ofInputStream(Zeros::new))
            .build();
    HttpResponse<String> response = client.send(upload, BodyHandlers.ofString());
    assertEquals(200, response.statusCode());
    assertEquals(String.valueOf(SIZE), response.body());
  }

  @Test
  void aReaderThatGoesAwayShouldStopItsDownload() throws Exception {
    for (int i = 0; i < 20; i++) {
      try (Wire wire = new Wire(gateway.port())) {
        wire.send("GET " + mount + "/events/big HTTP/1.1\r\nHost: x\r\n\r\n").taste(100_000);
      }
    }
    letPass();
    assertTrue(sent.get() < 20 * ON_THE_WAY);
    HttpResponse<String> small = client.send(get("/events/small"), BodyHandlers.ofString());
    assertEquals(200, small.statusCode());
  }

  /** A second connection has had its turn many times. */
  private void letPass() {
    IntStream.range(0, 500).forEach(i -> gateway.get("/health").expect(200));
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(uri(path)).build();
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + gateway.port() + mount + path);
  }

  private void answer(HttpServerRequest request) {
    if (request.path().equals("/events/big")) {
      write(request.response().putHeader("Content-Length", String.valueOf(SIZE)), 0);
    } else {
      request.pause();
      request.handler(chunk -> received.addAndGet(chunk.length()));
      request.endHandler(end -> request.response().end(received.toString()));
      system.vertx().setTimer(500, late -> request.resume());
    }
  }

  private void write(HttpServerResponse response, long written) {
    long now = written;
    while (now < SIZE && !response.writeQueueFull()) {
      response.write(CHUNK);
      now += CHUNK.length();
      sent.addAndGet(CHUNK.length());
    }
    long next = now;
    if (now < SIZE) {
      response.drainHandler(drained -> write(response, next));
    } else {
      response.drainHandler(null).end();
    }
  }

  /** As many zeros as a long body has; fails when nobody holds back their reader. */
  private final class Zeros extends InputStream {
    private long left = SIZE;

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      if (SIZE - left - received.get() > ON_THE_WAY) {
        throw new IOException("sent far more than Event has taken");
      }
      int n = (int) Math.min(left, length);
      left -= n;
      return n;
    }
  }
}
