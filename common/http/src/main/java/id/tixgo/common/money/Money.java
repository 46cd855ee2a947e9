package id.tixgo.common.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An amount of one currency, never negative.
 *
 * @param minor in the currency's minor unit by ISO 4217: 15000000 are 150,000 rupiah
 * @param currency an ISO 4217 code: {@code IDR}
 */
public record Money(long minor, String currency) {
  /** Rupiah have sen by ISO 4217, which nobody has used for decades. */
  private static final String WHOLE = "IDR";

  private static final Map<String, Currency> CODE_TO_CURRENCY =
      Currency.getAvailableCurrencies().stream()
          .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, unit -> unit));

  public Money {
    requireNonNull(currency);
    if (minor < 0) {
      throw new IllegalArgumentException("an amount is not negative");
    }
  }

  public static Money zero(String currency) {
    return new Money(0, currency);
  }

  /**
   * An amount in the major unit; empty when there is no such currency, or when the amount is
   * negative, too large or has more decimals than are used.
   */
  public static Optional<Money> of(BigDecimal major, String currency) {
    try {
      return Optional.ofNullable(CODE_TO_CURRENCY.get(currency))
          .filter(unit -> major.signum() >= 0 && fits(major, unit))
          .map(unit -> major.movePointRight(digits(unit)).longValueExact())
          .map(minor -> new Money(minor, currency));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static boolean fits(BigDecimal major, Currency unit) {
    return major.stripTrailingZeros().scale() <= used(unit)
        && major.precision() - major.scale() <= 19;
  }

  /** How many decimals are used. */
  private static int used(Currency unit) {
    return unit.getCurrencyCode().equals(WHOLE) ? 0 : digits(unit);
  }

  private static int digits(Currency unit) {
    return Math.max(0, unit.getDefaultFractionDigits());
  }

  /** The amount in the major unit, as short as it can be: 150000, 12.5. */
  public BigDecimal major() {
    BigDecimal exact = BigDecimal.valueOf(minor, digits(Currency.getInstance(currency)));
    BigDecimal shortest = exact.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  /** Throws {@link ArithmeticException} when the sum is too large. */
  public Money plus(Money other) {
    return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
  }

  /** Throws {@link ArithmeticException} when the product is too large. */
  public Money times(int count) {
    return new Money(Math.multiplyExact(minor, count), currency);
  }

  /** Less another amount; nothing when that is more. */
  public Money less(Money off) {
    return new Money(Math.max(0, minor - sameCurrency(off).minor), currency);
  }

  /**
   * Less a part of itself, rounded half up to what is used of the currency.
   *
   * @param percent 0 to 100
   */
  public Money less(int percent) {
    Currency unit = Currency.getInstance(currency);
    BigDecimal rest = major().multiply(BigDecimal.valueOf(100L - percent)).movePointLeft(2);
    BigDecimal rounded = rest.setScale(used(unit), RoundingMode.HALF_UP);
    return new Money(rounded.movePointRight(digits(unit)).longValueExact(), currency);
  }

  private Money sameCurrency(Money other) {
    if (!other.currency.equals(currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " are no sum");
    }
    return other;
  }
}
