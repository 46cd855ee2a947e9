package id.tixgo.simulator.midtrans;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.gateway.Stage;
import java.time.Instant;

/**
 * What Midtrans's calls have in common.
 *
 * @param usualUrl where notifications go unless a call says another place
 */
record MidtransDesk(
    Stage stage, String usualUrl, MidtransBook book, CoreBodies bodies, MidtransTeller teller) {
  MidtransDesk {
    requireNonNull(stage);
    requireNonNull(usualUrl);
    requireNonNull(book);
    requireNonNull(bodies);
    requireNonNull(teller);
  }

  Instant now() {
    return stage.agenda().now();
  }

  /**
   * The transaction of an id or order.
   *
   * @throws id.tixgo.simulator.gateway.WireRefusal if there is none
   */
  CoreTransaction transaction(String reference) {
    return book.transaction(reference).orElseThrow(CoreErrors::noSuchTransaction);
  }
}
