package id.tixgo.notification.domain;

import java.util.regex.Pattern;

/**
 * What may stand as an address in an envelope and a header: nothing that could end either. Older
 * accounts have addresses that nobody checked.
 */
final class MailAddress {
  private static final int LONGEST = 254;
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9!#$%&'*+=?^_{|}~.-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

  private MailAddress() {}

  static boolean isOne(String text) {
    return text.length() <= LONGEST && PLAIN.matcher(text).matches();
  }
}
