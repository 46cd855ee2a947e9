package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.common.metrics.Meters;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Scans by what came of them and by gate, for the operator: {@code tixgo_checkins_total}. Scanners
 * send gates as they like, so not every one is a label. For one thread at a time.
 */
final class CheckInMeters {
  private static final int MOST_GATES = 50;

  /** What a gate is called; what else stands there is nothing to show. */
  private static final Predicate<String> GATE =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,23}").asMatchPredicate();

  private static final String NO_GATE = "none";
  private static final String OTHER = "other";
  private final Meters meters;
  private final Map<String, Map<String, LongAdder>> gateToCounters = new HashMap<>();
  private final Map<Refusal, String> refusalToOutcome = new EnumMap<>(Refusal.class);

  CheckInMeters(Meters meters) {
    this.meters = requireNonNull(meters);
    for (Refusal refusal : Refusal.values()) {
      refusalToOutcome.put(refusal, refusal.name().toLowerCase(Locale.ROOT));
    }
  }

  void count(ScanRecord scan) {
    String gate = gate(scan);
    String outcome = outcome(scan);
    Map<String, LongAdder> counters =
        gateToCounters.computeIfAbsent(gate, first -> new HashMap<>());
    LongAdder counter = counters.get(outcome);
    if (counter == null) {
      counter = counter(outcome, gate);
      counters.put(outcome, counter);
    }
    counter.increment();
  }

  /** A scanner that was set up wrongly may send the ticket's code, or its user, as the gate. */
  private String gate(ScanRecord scan) {
    String gate = scan.gate();
    if (gate.isEmpty()) {
      return NO_GATE;
    }
    if (gate.equals(scan.ticketId()) || gate.equals(scan.staff())) {
      return OTHER;
    }
    return gateToCounters.containsKey(gate) || isOneMore(gate) ? gate : OTHER;
  }

  private boolean isOneMore(String gate) {
    return gateToCounters.size() < MOST_GATES && GATE.test(gate);
  }

  private String outcome(ScanRecord scan) {
    if (scan.refusal().isPresent()) {
      return refusalToOutcome.get(scan.refusal().get());
    }
    return scan.isEntry() ? "checked_in" : "checked_out";
  }

  private LongAdder counter(String outcome, String gate) {
    return meters.counter(
        "tixgo.checkins", "Scans by what came of them", "outcome", outcome, "gate", gate);
  }
}
