package id.tixgo.simulator.midtrans;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.delivery.SentWebhook;
import id.tixgo.simulator.gateway.Move;
import id.tixgo.simulator.gateway.MoveDetails;
import id.tixgo.simulator.gateway.NotificationWish;
import id.tixgo.simulator.gateway.Replays;
import id.tixgo.simulator.gateway.SimulatedGateway;
import id.tixgo.simulator.gateway.Stage;
import id.tixgo.simulator.gateway.WireRoutes;
import id.tixgo.simulator.pay.PaySource;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;

/** Midtrans: Snap's pages and Core API. */
public final class MidtransSimulator implements SimulatedGateway {
  static final String NAME = "midtrans";

  private final String serverKey;
  private final Stage stage;
  private final MidtransDesk desk;
  private final CoreKeys keys;
  private final CoreAttempts attempts;
  private final CoreRefunds refunds;
  private final MidtransBank bank;
  private final WishedBodies wishes;

  /**
   * @param serverKey what the merchant shows, and what signs notifications
   * @param usualUrl where notifications go unless a call says another place
   */
  public MidtransSimulator(Stage stage, String serverKey, String usualUrl) {
    this.stage = requireNonNull(stage);
    this.serverKey = requireNonNull(serverKey);
    CoreBodies bodies = new CoreBodies(serverKey, stage.switches());
    MidtransTeller teller = new MidtransTeller(bodies, stage.deliveries());
    desk = new MidtransDesk(stage, usualUrl, new MidtransBook(), bodies, teller);
    keys = new CoreKeys(stage.agenda());
    attempts = new CoreAttempts(desk);
    refunds = new CoreRefunds(desk);
    bank = new MidtransBank(desk, attempts, refunds);
    wishes = new WishedBodies(desk);
  }

  @Override
  public String name() {
    return NAME;
  }

  public PaySource pages() {
    return new SnapPages(desk, bank);
  }

  @Override
  public void mount(Router router) {
    SnapCalls snap = new SnapCalls(desk, bank);
    new WireRoutes(router, stage, new SnapStyle(serverKey), Replays.NONE)
        .add(HttpMethod.POST, "/snap/v1/transactions", "create", snap::create);
    CoreCalls core = new CoreCalls(desk, refunds);
    router.get("/v2/qris/:id/qr-code").handler(context -> QrPicture.answer(context, desk.book()));
    new WireRoutes(router, stage, new CoreStyle(serverKey), keys)
        .add(HttpMethod.POST, "/v2/charge", "create", new CoreCharges(desk, attempts, bank)::charge)
        .add(HttpMethod.POST, "/v2/:id/cancel", "cancel", core::cancel)
        .add(HttpMethod.POST, "/v2/:id/expire", "expire", core::expire)
        .add(HttpMethod.POST, "/v2/:id/approve", "approve", core::approve)
        .add(HttpMethod.POST, "/v2/:id/deny", "deny", core::deny)
        .add(HttpMethod.POST, "/v2/:id/refund", "refund", core::refund)
        .add(HttpMethod.POST, "/v2/:id/refund/online/direct", "refund", core::refund);
    new WireRoutes(router, stage, new CoreStyle(serverKey), Replays.NONE)
        .add(HttpMethod.GET, "/v2/:id/status", "status", core::status);
  }

  @Override
  public boolean knows(String reference) {
    return desk.book().page(reference).isPresent()
        || desk.book().transaction(reference).isPresent();
  }

  @Override
  public JsonObject payment(String reference) {
    return desk.book()
        .transaction(reference)
        .map(desk.bodies()::asked)
        .orElseGet(
            () ->
                new JsonObject()
                    .put("order_id", reference)
                    .put("transaction_status", "no method chosen"))
        .put("gateway", NAME);
  }

  @Override
  public void move(String reference, Move move, MoveDetails details) {
    bank.move(reference, move, details);
  }

  @Override
  public SentWebhook notification(String reference, NotificationWish wish) {
    return wishes.delivery(reference, wish);
  }

  @Override
  public void reset() {
    desk.book().reset();
    keys.reset();
  }
}
