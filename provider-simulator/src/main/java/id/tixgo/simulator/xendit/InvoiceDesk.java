package id.tixgo.simulator.xendit;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.gateway.Stage;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** What Xendit's calls have in common. */
record InvoiceDesk(Stage stage, InvoiceBook book, InvoiceBodies bodies, InvoiceTeller teller) {
  private static final int ID_BYTES = 12;

  InvoiceDesk {
    requireNonNull(stage);
    requireNonNull(book);
    requireNonNull(bodies);
    requireNonNull(teller);
  }

  Instant now() {
    return stage.agenda().now();
  }

  /** 24 hexadecimal digits. */
  static String newId() {
    byte[] bytes = new byte[ID_BYTES];
    ThreadLocalRandom.current().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
