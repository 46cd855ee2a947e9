package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Sse;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A stop doesn't wait for streams, which have no end of their own. */
class StreamsAtAStopIT {
  private static final long LONGEST_NS = TimeUnit.SECONDS.toNanos(4);

  @Test
  void ofAServiceShouldEnd() throws Exception {
    RunningSystem system = new RunningSystem(List.of("identity", "attendance"), Map.of());
    String staff = system.tokenOf("committee");
    try (Sse stream = Sse.open(system.attendance().port(), "stop", -1, staff)) {
      assertQuick(system);
      assertEquals("", last(stream));
    }
  }

  @Test
  void handedOnByAGatewayShouldEndThoughTheNeighbourGoesOn() throws Exception {
    String port = FreePort.next();
    RunningSystem system = new RunningSystem(List.of("gateway"), Map.of("TICKETING_PORT", port));
    RunningSystem.await(
        system
            .vertx()
            .createHttpServer()
            .requestHandler(StreamsAtAStopIT::tell)
            .listen(Integer.parseInt(port), "127.0.0.1"));
    String path = "/shop/events/1/availability/stream";
    try (Sse stream = Sse.open(system.gateway().port(), path)) {
      assertEquals("begun", stream.next().kind());
      assertQuick(system);
      assertEquals("", stream.next().kind());
    }
  }

  private static void assertQuick(RunningSystem system) {
    long begun = System.nanoTime();
    system.close();
    assertTrue(System.nanoTime() - begun < LONGEST_NS, "the stop has waited for the stream");
  }

  /** The kind of what comes when all has been told: none. */
  private static String last(Sse stream) {
    String kind = stream.next().kind();
    return kind.isEmpty() ? kind : last(stream);
  }

  private static void tell(HttpServerRequest request) {
    request.response().putHeader("Content-Type", "text/event-stream").setChunked(true);
    request.response().write("event: begun\nid: 1\ndata: {}\n\n");
  }
}
