package id.tixgo.simulator.midtrans;

import id.tixgo.simulator.delivery.RetryRule;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/** Five retries, fewer for some answers, none for those that redirect or are good. */
final class MidtransRetryRule implements RetryRule {
  private static final List<Duration> GAPS =
      LongStream.of(2, 10, 30, 90, 210).mapToObj(Duration::ofMinutes).toList();

  @Override
  public int retriesAfter(int status) {
    return switch (status) {
      case 301, 302, 303 -> 0;
      case 500 -> 1;
      case 503 -> 4;
      case 400, 404 -> 2;
      default -> status >= 200 && status < 300 ? 0 : GAPS.size();
    };
  }

  @Override
  public List<Duration> gaps() {
    return GAPS;
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(15);
  }
}
