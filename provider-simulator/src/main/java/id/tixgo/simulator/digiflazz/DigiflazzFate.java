package id.tixgo.simulator.digiflazz;

import java.util.Map;

/** What becomes of a transaction by its customer's number: Digiflazz's test numbers. */
enum DigiflazzFate {
  SUCCEEDS,
  FAILS,
  SUCCEEDS_LATER,
  FAILS_LATER,
  /** Until somebody moves it: the simulator's own. */
  WAITS,
  INQUIRY_FAILS;

  private static final Map<String, DigiflazzFate> NUMBER_TO_FATE =
      Map.of(
          "087800001232",
          FAILS,
          "087800001233",
          SUCCEEDS_LATER,
          "087800001234",
          FAILS_LATER,
          "087800001239",
          WAITS,
          "530000000003",
          INQUIRY_FAILS,
          "530000000006",
          FAILS);

  static DigiflazzFate of(String customerNo) {
    return NUMBER_TO_FATE.getOrDefault(customerNo, SUCCEEDS);
  }

  boolean isLater() {
    return this == SUCCEEDS_LATER || this == FAILS_LATER || this == WAITS;
  }
}
