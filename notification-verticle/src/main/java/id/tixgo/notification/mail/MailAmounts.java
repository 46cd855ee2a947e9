package id.tixgo.notification.mail;

import id.tixgo.common.money.Money;
import id.tixgo.notification.domain.Letter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How a language writes amounts: {@code Rp 150.000}. */
final class MailAmounts {
  private MailAmounts() {}

  static String of(Letter letter, MailLanguage language) {
    Money money =
        new Money(
            Long.parseLong(letter.value(Letter.MINOR).orElse("0")),
            letter.value(Letter.CURRENCY).orElse("IDR"));
    DecimalFormat format =
        new DecimalFormat(
            "#,##0.##", DecimalFormatSymbols.getInstance(Locale.forLanguageTag(language.tag())));
    String unit = money.currency().equals("IDR") ? "Rp" : money.currency();
    return unit + ' ' + format.format(money.major());
  }
}
