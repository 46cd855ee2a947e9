package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.clients.identity.IdentityChange;
import id.tixgo.common.clients.identity.IdentityChanges;
import id.tixgo.common.test.MutableClock;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A stream lasts no longer than its token. */
class StreamExpiryIT {
  @Test
  void aTokenThatRunsOutShouldEndTheStream() throws Exception {
    MutableClock clock = new MutableClock();
    List<String> names = List.of("identity", "event", "attendance");
    try (RunningSystem system = new RunningSystem(names, Map.of(), clock, 2)) {
      String token = system.tokenOf("committee");
      try (Sse stream = Sse.open(system.attendance().port(), "evt1", -1, token)) {
        assertEquals("stats", stream.next().kind());
        clock.advance(Duration.ofMinutes(121));
        tellOfSomeoneElse(system);
        assertEquals("", stream.next().kind());
      }
    }
  }

  /** Streams look at their tokens whenever anyone's changes, and with each heartbeat. */
  private static void tellOfSomeoneElse(RunningSystem system) {
    new IdentityChanges(system.vertx()).publish(IdentityChange.ofUser("someone"));
  }
}
