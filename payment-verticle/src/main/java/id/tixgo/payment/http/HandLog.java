package id.tixgo.payment.http;

import id.tixgo.common.http.Call;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line for each thing that somebody says of money by hand: who, of what, and why. */
final class HandLog {
  private static final Logger LOG = LoggerFactory.getLogger(HandLog.class);
  private static final String LINE_ENDS = "[\\p{Cntrl}\\u2028\\u2029]";

  private HandLog() {}

  /**
   * Logs what was said.
   *
   * @param what {@code payment TIX-8F2K4M7Q3D~1 confirmed}
   * @param words the caller's own
   */
  static void said(Call call, String what, String words) {
    LOG.info("{} by {}: {}", what, call.caller().logName(), words.replaceAll(LINE_ENDS, " "));
  }
}
