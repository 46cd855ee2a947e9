package id.tixgo.identity.domain;

import id.tixgo.common.text.Blanks;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules of e-mail addresses. There is one form of each: lower case throughout, the domain as it
 * stands in the DNS, nothing around it.
 */
public final class EmailAddress {
  /** RFC 5321, 4.5.3.1.3. */
  private static final int LONGEST = 254;

  private static final int LONGEST_LOCAL = 64;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+=?^_{|}~-]+";
  private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
  private static final String LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
  private static final Pattern DOMAIN = Pattern.compile("(" + LABEL + "\\.)+" + LABEL);

  private EmailAddress() {}

  /** The address in its one form; empty when the text is none. */
  public static Optional<String> of(String text) {
    String address = Blanks.cut(text);
    int at = address.lastIndexOf('@');
    return at < 1
        ? Optional.empty()
        : domain(address.substring(at + 1))
            .filter(domain -> isLocal(address.substring(0, at)))
            .map(domain -> address.substring(0, at).toLowerCase(Locale.ROOT) + '@' + domain)
            .filter(whole -> whole.length() <= LONGEST);
  }

  /** The same for every way to write one address, also for one that would be refused today. */
  public static String key(String address) {
    return of(address).orElseGet(() -> Username.key(address));
  }

  private static boolean isLocal(String local) {
    return local.length() <= LONGEST_LOCAL && LOCAL.matcher(local).matches();
  }

  private static Optional<String> domain(String text) {
    try {
      return Optional.of(IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT))
          .filter(domain -> DOMAIN.matcher(domain).matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
