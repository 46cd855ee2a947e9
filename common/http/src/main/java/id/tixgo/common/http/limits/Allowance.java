package id.tixgo.common.http.limits;

import java.time.Duration;

/**
 * How much somebody may have: so many at once, and one more each time that so long has passed.
 *
 * @param atOnce how many who had none for a while
 * @param interval after which he has one more
 */
record Allowance(int atOnce, Duration interval) {
  static Allowance perSecond(int atOnce, int rate) {
    return new Allowance(atOnce, Duration.ofSeconds(1).dividedBy(rate));
  }
}
