package id.tixgo.loadtest;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What came of the measured arrivals. For one thread. */
final class Tally {
  private static final long LONGEST_MICROS = TimeUnit.SECONDS.toMicros(60);

  private final Histogram latency = new Histogram(LONGEST_MICROS, 3);
  private final Histogram sendDelay = new Histogram(LONGEST_MICROS, 3);
  private final Map<String, Integer> outcomeToCount = new TreeMap<>();
  private long firstDueNanos = Long.MAX_VALUE;
  private long lastAnswerNanos;

  /** A request left this long after it was due. */
  void sent(long delayNanos) {
    sendDelay.recordValue(micros(delayNanos));
  }

  void answered(int status, long dueNanos, long answeredNanos) {
    latency.recordValue(micros(answeredNanos - dueNanos));
    outcome(Integer.toString(status));
    firstDueNanos = Math.min(firstDueNanos, dueNanos);
    lastAnswerNanos = answeredNanos;
  }

  void failed(Throwable cause) {
    outcome(cause.getClass().getSimpleName());
  }

  /** Too many were waiting already. */
  void dropped() {
    outcome("dropped");
  }

  String line(Plan plan) {
    return ("RESULT warm_up=%d planned=%d answered=%d rate=%.0f"
            + " p50=%d p90=%d p99=%d p99.9=%d max=%d send_delay_p99=%d outcomes=%s")
        .formatted(
            plan.firstMeasured(),
            plan.arrivals() - plan.firstMeasured(),
            latency.getTotalCount(),
            rate(),
            latency.getValueAtPercentile(50),
            latency.getValueAtPercentile(90),
            latency.getValueAtPercentile(99),
            latency.getValueAtPercentile(99.9),
            latency.getMaxValue(),
            sendDelay.getValueAtPercentile(99),
            outcomes());
  }

  private double rate() {
    double seconds = (lastAnswerNanos - firstDueNanos) / 1e9;
    return latency.getTotalCount() == 0 ? 0 : latency.getTotalCount() / seconds;
  }

  private String outcomes() {
    return outcomeToCount.isEmpty()
        ? "none"
        : outcomeToCount.toString().replaceAll("[{} ]", "").replace('=', ':');
  }

  private void outcome(String name) {
    outcomeToCount.merge(name, 1, Integer::sum);
  }

  private static long micros(long nanos) {
    return Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos));
  }
}
