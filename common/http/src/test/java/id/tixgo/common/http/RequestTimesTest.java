package id.tixgo.common.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.metrics.Meters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator is shown of requests, and how little of it a stranger can add. */
class RequestTimesTest {
  private final Vertx vertx = Vertx.vertx();
  private final Meters meters = Meters.install(vertx);
  private final RequestTimes times = new RequestTimes(meters, "event");

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private long rows() {
    return meters
        .scrape()
        .lines()
        .filter(line -> line.startsWith("tixgo_http_requests_seconds_count"))
        .count();
  }

  @Test
  void wrongAndMadeUpMethodsShouldBeOneRow() {
    for (String method : List.of("GET", "PUT", "DELETE", "BREW")) {
      times.record(HttpMethod.valueOf(method), "/events", 405, 1);
    }
    assertEquals(1, rows());
  }

  @Test
  void methodsAndStatusesShouldBeRowsOfTheirOwn() {
    times.record(HttpMethod.GET, "/events", 200, 1);
    times.record(HttpMethod.GET, "/events", 200, 1);
    times.record(HttpMethod.GET, "/events", 401, 1);
    times.record(HttpMethod.POST, "/events", 201, 1);
    times.record(HttpMethod.POST, "/events", 10_000, 1);
    assertEquals(4, rows());
  }
}
