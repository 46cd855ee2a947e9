package id.tixgo.loadtest;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * What buyers' requests take. The figures are those of {@code load-test/run.sh costs} and {@code
 * checkout}, on one machine; the environment may have others.
 *
 * @param page the shop's page with nothing kept, all its files, and an event's prices
 * @param hold one {@code POST /bookings}
 * @param refusal one that is refused since there is nothing left
 * @param pay all that comes after it, from checkout to the ticket on the door's list
 * @param push seconds of a processor for one message of one live stream
 */
record Costs(Request page, Request hold, Request refusal, Request pay, double push) {

  /**
   * Seconds, and bytes of a large answer: small ones don't wait behind others on the line.
   *
   * @param work of a processor, the turns included
   * @param ticketing the turn in Ticketing's store, in which no other change of it is decided
   * @param payment the same in Payment's
   */
  record Request(String kind, double work, double ticketing, double payment, int bytes) {
    Request {
      requireNonNull(kind);
    }
  }

  static Costs from(Map<String, String> environment) {
    Micros micros = (name, usual) -> micros(environment, name, usual);
    int bytes = Integer.parseInt(environment.getOrDefault("PAGE_BYTES", "175000"));
    return new Costs(
        new Request("page", micros.of("PAGE_US", 700), 0, 0, bytes),
        new Request("book", micros.of("HOLD_US", 280), micros.of("HOLD_TURN_US", 35), 0, 0),
        new Request("look", micros.of("REFUSAL_US", 155), micros.of("REFUSAL_TURN_US", 10), 0, 0),
        new Request(
            "pay",
            micros.of("PAY_US", 1_500),
            micros.of("PAY_TURN_US", 150),
            micros.of("PAYMENT_TURN_US", 260),
            0),
        micros.of("PUSH_US", 40));
  }

  private interface Micros {
    double of(String name, int usual);
  }

  private static double micros(Map<String, String> environment, String name, int usual) {
    return Integer.parseInt(environment.getOrDefault(name, String.valueOf(usual))) / 1e6;
  }
}
