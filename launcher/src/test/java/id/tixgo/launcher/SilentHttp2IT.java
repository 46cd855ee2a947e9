package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.OwnSigned;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Connections of HTTP/2 that never ask for anything make room for others. */
class SilentHttp2IT {
  private static final int MOST = 16;
  private static final int MANY = 40;

  @Test
  void shouldMakeRoomForOthersAndLeaveThoseWhoAsk() {
    try (RunningSystem system = new RunningSystem(List.of("gateway"), settings())) {
      HttpClientAgent client = system.vertx().createHttpClient(http2());
      AtomicInteger ended = new AtomicInteger();
      HttpClientConnection asking = connect(client, system.gateway().port());
      assertEquals(200, ask(asking));
      for (int i = 0; i < MANY; i++) {
        connect(client, system.gateway().port()).closeHandler(closed -> ended.incrementAndGet());
      }
      assertEquals(200, ask(connect(client, system.gateway().port())));
      Eventually.await("silent ones have made room", () -> ended.get() >= MANY - MOST);
      assertEquals(200, ask(asking));
    }
  }

  private static Map<String, String> settings() {
    Map<String, String> settings =
        new HashMap<>(OwnSigned.in(RunningSystem.newFolder()).settings());
    settings.put("MAX_CONNECTIONS", String.valueOf(MOST));
    return settings;
  }

  private static HttpClientOptions http2() {
    return new HttpClientOptions()
        .setSsl(true)
        .setTrustAll(true)
        .setVerifyHost(false)
        .setUseAlpn(true)
        .setProtocolVersion(HttpVersion.HTTP_2);
  }

  private static HttpClientConnection connect(HttpClientAgent client, int port) {
    return RunningSystem.await(
        client.connect(new HttpConnectOptions().setHost("127.0.0.1").setPort(port).setSsl(true)));
  }

  private static int ask(HttpClientConnection connection) {
    return RunningSystem.await(
        connection
            .request(new RequestOptions().setMethod(HttpMethod.GET).setURI("/health"))
            .compose(HttpClientRequest::send)
            .map(answer -> answer.statusCode()));
  }
}
