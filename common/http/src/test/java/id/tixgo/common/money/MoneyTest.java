package id.tixgo.common.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource({
    "150000, IDR, 15000000, 150000",
    "150000.00, IDR, 15000000, 150000",
    "0, IDR, 0, 0",
    "12.5, USD, 1250, 12.5",
    "12.05, USD, 1205, 12.05",
    "1e3, USD, 100000, 1000",
    "500, JPY, 500, 500",
    "1.234, KWD, 1234, 1.234"
  })
  void anAmountShouldBeKeptInMinorUnits(
      BigDecimal major, String currency, long minor, String told) {
    Money money = Money.of(major, currency).orElseThrow();
    assertEquals(new Money(minor, currency), money);
    assertEquals(told, money.major().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, IDR",
    "12.345, USD",
    "1.5, JPY",
    "-1, IDR",
    "1, XXY",
    "1, idr",
    "1e30, IDR",
    "92233720368547758.08, USD",
    "1e-400, USD"
  })
  void whatIsNoAmountShouldBeRefused(BigDecimal major, String currency) {
    assertEquals(Optional.empty(), Money.of(major, currency));
  }

  @Test
  void sumsThatDontFitShouldFail() {
    Money most = new Money(Long.MAX_VALUE, "IDR");
    assertThrows(ArithmeticException.class, () -> most.plus(new Money(1, "IDR")));
    assertThrows(ArithmeticException.class, () -> most.times(2));
    assertThrows(IllegalArgumentException.class, () -> most.plus(new Money(0, "USD")));
  }
}
