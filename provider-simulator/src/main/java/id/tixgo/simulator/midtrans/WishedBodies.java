package id.tixgo.simulator.midtrans;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.delivery.SentWebhook;
import id.tixgo.simulator.gateway.MoveRefused;
import id.tixgo.simulator.gateway.NotificationWish;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** Notifications that say what they are told to. */
final class WishedBodies {
  private static final long STRANGERS_AMOUNT = 10_000;
  private static final String SIGNATURE = "signature_key";

  private final MidtransDesk desk;

  WishedBodies(MidtransDesk desk) {
    this.desk = requireNonNull(desk);
  }

  /** Of a payment, as it is or was; of one that nobody knows, a stranger's. */
  SentWebhook delivery(String reference, NotificationWish wish) {
    CoreTransaction of = desk.book().transaction(reference).orElseGet(() -> stranger(reference));
    JsonObject body = desk.bodies().told(of);
    wish.status().ifPresent(word -> putStatus(body, word));
    desk.bodies().signed(body.mergeIn(wish.overrides()));
    if (wish.forged()) {
      body.put(SIGNATURE, "0".repeat(body.getString(SIGNATURE).length()));
    }
    if (wish.overrides().containsKey(SIGNATURE)) {
      body.put(SIGNATURE, wish.overrides().getString(SIGNATURE));
    }
    return MidtransTeller.delivery(of.terms(), body);
  }

  private static void putStatus(JsonObject body, String word) {
    try {
      CoreStatus status = CoreStatus.of(word);
      body.put("transaction_status", status.word()).put("status_code", status.codeWhenTold());
    } catch (IllegalArgumentException e) {
      throw new MoveRefused("No such transaction_status.");
    }
  }

  private CoreTransaction stranger(String orderId) {
    SnapTerms terms = new SnapTerms(orderId, STRANGERS_AMOUNT, new JsonObject(), List.of());
    String id = UUID.randomUUID().toString();
    CoreTransaction stranger =
        new CoreTransaction(
            id, terms, SnapMethod.BCA_VA, "", desk.now(), desk.now().plus(MidtransExpiry.USUAL));
    stranger.settles(desk.now());
    return stranger;
  }
}
