package id.tixgo.loadtest;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What users saw, by the second in which they asked. For one thread. */
final class SecondBySecond {
  private static final long LONGEST_MS = TimeUnit.MINUTES.toMillis(15);

  private final int seconds;
  private final Map<String, Second[]> kindToSeconds = new TreeMap<>();

  /** Good are 2xx; refused 4xx, which is what they asked for; 503 asks them to come again. */
  private static final class Second {
    private final Histogram latency = new Histogram(LONGEST_MS, 2);
    private int good;
    private int refused;
    private int busy;
    private int failed;
    private int unanswered;

    private void add(int status, long ms) {
      latency.recordValue(Math.min(LONGEST_MS, ms));
      switch (status / 100) {
        case 0 -> unanswered++;
        case 2 -> good++;
        case 4 -> refused++;
        default -> count5xx(status);
      }
    }

    private void count5xx(int status) {
      if (status == 503) {
        busy++;
      } else {
        failed++;
      }
    }

    private int all() {
      return good + refused + busy + failed + unanswered;
    }
  }

  SecondBySecond(int seconds) {
    this.seconds = seconds;
  }

  int seconds() {
    return seconds;
  }

  /**
   * @param status 0 for no answer
   */
  void add(String kind, int second, int status, long nanos) {
    kindToSeconds.computeIfAbsent(kind, first -> made())[second].add(
        status, TimeUnit.NANOSECONDS.toMillis(nanos));
  }

  private Second[] made() {
    Second[] all = new Second[seconds];
    for (int i = 0; i < seconds; i++) {
      all[i] = new Second();
    }
    return all;
  }

  long percentileMs(String kind, double percentile) {
    Histogram all = new Histogram(LONGEST_MS, 2);
    for (Second one : kindToSeconds.getOrDefault(kind, new Second[0])) {
      all.add(one.latency);
    }
    return all.getValueAtPercentile(percentile);
  }

  void print(PrintStream out) {
    out.println("second,kind,asked,good,refused,busy_503,failed_5xx,unanswered,p50_ms,p99_ms");
    kindToSeconds.forEach((kind, all) -> print(out, kind, all));
    StringBuilder result = new StringBuilder("RESULT");
    kindToSeconds.forEach((kind, all) -> result.append(sum(kind, all)));
    out.println(result);
  }

  private static void print(PrintStream out, String kind, Second[] all) {
    for (int i = 0; i < all.length; i++) {
      Second one = all[i];
      out.printf(
          "%d,%s,%d,%d,%d,%d,%d,%d,%d,%d%n",
          i,
          kind,
          one.all(),
          one.good,
          one.refused,
          one.busy,
          one.failed,
          one.unanswered,
          one.latency.getValueAtPercentile(50),
          one.latency.getValueAtPercentile(99));
    }
  }

  private static String sum(String kind, Second[] all) {
    Second sum = new Second();
    int quiet = 0;
    for (Second one : all) {
      sum.latency.add(one.latency);
      sum.good += one.good;
      sum.refused += one.refused;
      sum.busy += one.busy;
      sum.failed += one.failed;
      sum.unanswered += one.unanswered;
      quiet += one.all() == one.good ? 1 : 0;
    }
    return " %1$s_asked=%2$d %1$s_good=%3$d %1$s_refused=%4$d %1$s_busy=%5$d %1$s_failed=%6$d %1$s_unanswered=%7$d %1$s_p50=%8$d %1$s_p99=%9$d %1$s_whole_seconds=%10$d"
        .formatted(
            kind,
            sum.all(),
            sum.good,
            sum.refused,
            sum.busy,
            sum.failed,
            sum.unanswered,
            sum.latency.getValueAtPercentile(50),
            sum.latency.getValueAtPercentile(99),
            quiet);
  }
}
