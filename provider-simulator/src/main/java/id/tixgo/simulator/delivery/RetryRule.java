package id.tixgo.simulator.delivery;

import java.time.Duration;
import java.util.List;

/** How a gateway goes on when a notification wasn't taken. */
public interface RetryRule {
  /** No answer came. */
  int NO_ANSWER = 0;

  /** Never again. */
  RetryRule NONE =
      new RetryRule() {
        @Override
        public int retriesAfter(int status) {
          return 0;
        }

        @Override
        public List<Duration> gaps() {
          return List.of();
        }

        @Override
        public Duration patience() {
          return Duration.ofSeconds(15);
        }
      };

  /** How often it is sent again, in all, if the merchant answers with this status. */
  int retriesAfter(int status);

  /** How long to wait before each retry. */
  List<Duration> gaps();

  /** How long the merchant may take to answer. */
  Duration patience();
}
