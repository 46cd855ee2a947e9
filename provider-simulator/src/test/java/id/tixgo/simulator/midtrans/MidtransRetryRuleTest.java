package id.tixgo.simulator.midtrans;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.simulator.delivery.RetryRule;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How often Midtrans comes back depends on the merchant's answer. */
class MidtransRetryRuleTest {
  private static final Map<Integer, Integer> STATUS_TO_RETRIES =
      Map.of(
          200,
          0,
          204,
          0,
          301,
          0,
          303,
          0,
          500,
          1,
          503,
          4,
          400,
          2,
          404,
          2,
          403,
          5,
          RetryRule.NO_ANSWER,
          5);

  private final RetryRule rule = new MidtransRetryRule();

  @Test
  void retriesShouldDependOnTheAnswer() {
    STATUS_TO_RETRIES.forEach(
        (status, retries) -> assertEquals(retries, rule.retriesAfter(status), "after " + status));
  }

  @Test
  void gapsShouldAddUpToAlmostSixHours() {
    assertEquals(342, rule.gaps().stream().mapToLong(gap -> gap.toMinutes()).sum());
  }
}
