package id.tixgo.simulator.midtrans;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How Midtrans writes what money depends on. */
class MidtransFormatsTest {
  @Test
  void aSignatureShouldBeSha512OfTheTextsAsTheyAreSent() {
    assertEquals(
        "9b162d8c2cf742e86aa619397ca943f2ff7fd1ec715e680f6fe1d613551c4b07"
            + "d9de71ee8f24e75c29a71dc43ce6864d161e93087ccbbaf1c7c75e94b1895412",
        MidtransFormats.signature("ORDER-101", "200", "10000.00", "SB-Mid-server-TEST"));
  }

  @Test
  void aTimeShouldBeJakartasWithoutSayingSo() {
    Instant time = Instant.parse("2024-07-04T20:53:53.900Z");
    assertEquals("2024-07-05 03:53:53", MidtransFormats.time(time));
  }

  @Test
  void anAmountShouldHaveTwoDecimals() {
    assertEquals("145000.00", MidtransFormats.amount(145_000));
  }
}
