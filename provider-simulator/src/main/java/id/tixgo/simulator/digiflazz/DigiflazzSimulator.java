package id.tixgo.simulator.digiflazz;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.delivery.SentWebhook;
import id.tixgo.simulator.gateway.Move;
import id.tixgo.simulator.gateway.MoveDetails;
import id.tixgo.simulator.gateway.MoveRefused;
import id.tixgo.simulator.gateway.NotificationWish;
import id.tixgo.simulator.gateway.Replays;
import id.tixgo.simulator.gateway.SimulatedGateway;
import id.tixgo.simulator.gateway.Stage;
import id.tixgo.simulator.gateway.WireRoutes;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;

/**
 * Digiflazz: top-ups, tokens and bills. Here {@code pay} lets a transaction succeed, {@code deny}
 * lets it fail, and {@code reverse} takes back one that succeeded.
 */
public final class DigiflazzSimulator implements SimulatedGateway {
  static final String NAME = "digiflazz";
  private static final String UPDATE = "update";

  private final Stage stage;
  private final DigiflazzBook book;
  private final DigiflazzCalls calls;

  public DigiflazzSimulator(Stage stage, DigiflazzAccount account) {
    this.stage = requireNonNull(stage);
    this.book = new DigiflazzBook(stage, account);
    this.calls = new DigiflazzCalls(stage, account, book);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void mount(Router router) {
    new WireRoutes(router, stage, new DigiflazzStyle(), Replays.NONE)
        .add(HttpMethod.POST, "/v1/cek-saldo", "balance", calls::balance)
        .add(HttpMethod.POST, "/v1/price-list", "price-list", calls::prices)
        .add(HttpMethod.POST, "/v1/transaction", "transaction", calls::transaction);
  }

  @Override
  public boolean knows(String reference) {
    return book.find(reference).isPresent();
  }

  @Override
  public JsonObject payment(String reference) {
    DigiflazzTransaction known = book.find(reference).orElseThrow();
    return known.toJson(book.balance()).put("gateway", NAME);
  }

  @Override
  public void move(String reference, Move move, MoveDetails details) {
    DigiflazzTransaction known = book.find(reference).orElseThrow();
    switch (move) {
      case PAY, DENY -> {
        require(known, DigiflazzStatus.PENDING);
        book.end(known, move == Move.DENY, UPDATE);
      }
      case REVERSE -> {
        require(known, DigiflazzStatus.SUCCEEDED);
        book.giveBack(known, DigiflazzStatus.REFUNDED, UPDATE);
      }
      default -> throw new MoveRefused("Digiflazz knows pay, deny and reverse alone.");
    }
  }

  private static void require(DigiflazzTransaction known, DigiflazzStatus wanted) {
    if (known.status() != wanted) {
      throw new MoveRefused("The transaction is " + known.status() + ", not " + wanted + ".");
    }
  }

  /** A status of the wish is one of the constants of {@link DigiflazzStatus}. */
  @Override
  public SentWebhook notification(String reference, NotificationWish wish) {
    JsonObject data =
        book.find(reference)
            .map(known -> known.toJson(book.balance()))
            .orElseGet(() -> new JsonObject().put("ref_id", reference));
    wish.status()
        .map(DigiflazzStatus::valueOf)
        .ifPresent(
            status ->
                data.put("status", status.word())
                    .put("rc", status.rc())
                    .put("message", status.message()));
    return book.webhook(reference, data.mergeIn(wish.overrides()), UPDATE, wish.forged());
  }

  @Override
  public void reset() {
    book.reset();
    calls.reset();
  }
}
