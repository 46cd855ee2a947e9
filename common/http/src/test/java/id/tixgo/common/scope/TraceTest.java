package id.tixgo.common.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C Trace Context: what is taken, and what begins anew. */
class TraceTest {
  private static final String GIVEN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void theCallersStepShouldBeReadAndFollowed() {
    Trace caller = Trace.of(GIVEN, "vendor=1").orElseThrow();
    assertEquals(GIVEN, caller.header());
    Trace next = caller.next();
    assertEquals(caller.traceId(), next.traceId());
    assertEquals(caller.spanId(), next.parentId());
    assertNotEquals(caller.spanId(), next.spanId());
    assertTrue(next.sampled());
    assertEquals("vendor=1", next.state());
  }

  @Test
  void aLaterVersionShouldBeReadAsFarAsItIsKnown() {
    String later = "cc" + GIVEN.substring(2) + "-what-comes";
    assertEquals(GIVEN, Trace.of(later, "").orElseThrow().header());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473x-00f067aa0ba902b7-01"
      })
  void whatIsNoneShouldBeginAnew(String header) {
    assertEquals(Optional.empty(), Trace.of(header, ""));
  }

  @Test
  void aFirstStepShouldHaveNoneBefore() {
    Trace first = Trace.begin(false);
    assertEquals("", first.parentId());
    assertFalse(first.sampled());
    assertEquals(first, Trace.of(first.header(), "").orElseThrow());
  }

  @Test
  void aLongStateShouldBeLeft() {
    assertEquals("", Trace.of(GIVEN, "x".repeat(600)).orElseThrow().state());
  }
}
