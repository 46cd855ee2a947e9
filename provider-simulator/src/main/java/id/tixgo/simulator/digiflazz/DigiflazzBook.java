package id.tixgo.simulator.digiflazz;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.delivery.RetryRule;
import id.tixgo.simulator.delivery.SentWebhook;
import id.tixgo.simulator.gateway.Stage;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The transactions and the deposit that they are paid from. Of one event loop. */
final class DigiflazzBook {
  private static final long FIRST_DEPOSIT = 10_000_000;

  private final Stage stage;
  private final DigiflazzAccount account;
  private final Map<String, DigiflazzTransaction> refToTransaction = new HashMap<>();
  private long balance = FIRST_DEPOSIT;

  DigiflazzBook(Stage stage, DigiflazzAccount account) {
    this.stage = requireNonNull(stage);
    this.account = requireNonNull(account);
  }

  Optional<DigiflazzTransaction> find(String refId) {
    return Optional.ofNullable(refToTransaction.get(refId));
  }

  void keep(DigiflazzTransaction transaction) {
    refToTransaction.put(transaction.refId(), transaction);
  }

  long balance() {
    return balance;
  }

  /** Takes its price, and lets it become what its number says. */
  void begin(DigiflazzTransaction transaction) {
    keep(transaction);
    balance -= transaction.price();
    DigiflazzFate fate = DigiflazzFate.of(transaction.customerNo());
    if (!fate.isLater()) {
      end(transaction, fate == DigiflazzFate.FAILS, "create");
      return;
    }
    become(transaction, DigiflazzStatus.PENDING, "", "create");
    if (fate != DigiflazzFate.WAITS) {
      stage.agenda().inAMoment(() -> settle(transaction, fate == DigiflazzFate.FAILS_LATER));
    }
  }

  /** It stays what it is, if somebody has moved it meanwhile. */
  private void settle(DigiflazzTransaction transaction, boolean fails) {
    if (transaction.status() == DigiflazzStatus.PENDING) {
      end(transaction, fails, "update");
    }
  }

  void end(DigiflazzTransaction transaction, boolean fails, String event) {
    if (fails) {
      giveBack(transaction, DigiflazzStatus.FAILED, event);
    } else {
      become(transaction, DigiflazzStatus.SUCCEEDED, serialNumber(transaction), event);
    }
  }

  void giveBack(DigiflazzTransaction transaction, DigiflazzStatus status, String event) {
    balance += transaction.price();
    become(transaction, status, "", event);
  }

  private void become(
      DigiflazzTransaction transaction, DigiflazzStatus status, String sn, String event) {
    transaction.becomes(status, sn);
    stage
        .deliveries()
        .send(webhook(transaction.refId(), transaction.toJson(balance), event, false));
  }

  /** Of a token its twenty digits, and whose it is. */
  private static String serialNumber(DigiflazzTransaction transaction) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return transaction.product().isToken()
        ? random
                .ints(5, 1_000, 10_000)
                .mapToObj(String::valueOf)
                .reduce((a, b) -> a + '-' + b)
                .get()
            + "/BUDI SANTOSO/R1/1300/13,4"
        : String.valueOf(random.nextLong(1_000_000_000_000L, 10_000_000_000_000L));
  }

  /** A callback; what it says of the transaction is its body's {@code data}. */
  SentWebhook webhook(String refId, JsonObject data, String event, boolean forged) {
    JsonObject body = new JsonObject().put("data", data);
    String signature = account.signature(forged ? body.encode() + ' ' : body.encode());
    boolean isBill = data.containsKey("selling_price");
    Map<String, String> headers =
        Map.of(
            "X-Digiflazz-Event",
            event,
            "X-Hub-Signature",
            signature,
            "User-Agent",
            isBill ? "Digiflazz-Pasca-Hookshot" : "Digiflazz-Hookshot");
    List<String> urls = List.of(account.webhookUrl());
    return new SentWebhook(DigiflazzSimulator.NAME, refId, urls, headers, body, RetryRule.NONE);
  }

  void reset() {
    refToTransaction.clear();
    balance = FIRST_DEPOSIT;
  }
}
