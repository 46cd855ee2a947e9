package id.tixgo.payment.client;

import id.tixgo.common.money.Money;
import id.tixgo.payment.domain.PaymentRequest;
import id.tixgo.payment.domain.PaymentRequest.Item;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Amounts as gateways take them: without decimals. */
final class WholeAmounts {
  /** Beyond it a gateway that reckons in doubles is no longer exact. */
  private static final BigDecimal MOST = BigDecimal.valueOf(1L << 53);

  private WholeAmounts() {}

  static boolean isWhole(Money amount) {
    return amount.major().scale() == 0 && amount.major().compareTo(MOST) <= 0;
  }

  static long of(Money amount) {
    return amount.major().longValueExact();
  }

  /** The lines of a request, when they add up to its amount: gateways refuse others. */
  static List<Item> items(PaymentRequest request) {
    return request.items().stream().allMatch(item -> isLine(item, request.amount()))
            && sum(request).compareTo(request.amount().major()) == 0
        ? request.items()
        : List.of();
  }

  private static boolean isLine(Item item, Money amount) {
    return item.quantity() >= 1
        && isWhole(item.price())
        && item.price().currency().equals(amount.currency());
  }

  private static BigDecimal sum(PaymentRequest request) {
    Stream<BigDecimal> lines =
        request.items().stream()
            .map(item -> item.price().major().multiply(BigDecimal.valueOf(item.quantity())));
    return lines.reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** At most so many characters of a text. */
  static String cut(String text, int most) {
    return text.codePoints()
        .limit(most)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
