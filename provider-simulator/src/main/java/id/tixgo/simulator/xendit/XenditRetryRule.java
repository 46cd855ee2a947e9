package id.tixgo.simulator.xendit;

import id.tixgo.simulator.delivery.RetryRule;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/** Six retries within a day, until an answer is good. */
final class XenditRetryRule implements RetryRule {
  private static final List<Duration> GAPS =
      LongStream.of(15, 45, 120, 180, 360, 720).mapToObj(Duration::ofMinutes).toList();

  @Override
  public int retriesAfter(int status) {
    return status >= 200 && status < 300 ? 0 : GAPS.size();
  }

  @Override
  public List<Duration> gaps() {
    return GAPS;
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(30);
  }
}
