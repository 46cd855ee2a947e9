package id.tixgo.simulator.xendit;

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

/** Xendit: invoices with their pages, and refunds. */
public final class XenditSimulator implements SimulatedGateway {
  static final String NAME = "xendit";

  private final String secretKey;
  private final Stage stage;
  private final InvoiceDesk desk;
  private final InvoiceBank bank;
  private final InvoiceCalls invoices;
  private final InvoiceRefundCalls refunds;

  /**
   * @param secretKey what the merchant shows
   * @param callbackToken what callbacks show the merchant
   */
  public XenditSimulator(Stage stage, String secretKey, String callbackToken) {
    this.stage = requireNonNull(stage);
    this.secretKey = requireNonNull(secretKey);
    InvoiceBodies bodies = new InvoiceBodies(stage.switches());
    InvoiceTeller teller = new InvoiceTeller(bodies, stage.deliveries(), callbackToken);
    desk = new InvoiceDesk(stage, new InvoiceBook(), bodies, teller);
    InvoiceRefunds given = new InvoiceRefunds(desk);
    bank = new InvoiceBank(desk, given);
    invoices = new InvoiceCalls(desk, bank);
    refunds = new InvoiceRefundCalls(desk, given);
  }

  @Override
  public String name() {
    return NAME;
  }

  public PaySource pages() {
    return new InvoicePages(desk, bank);
  }

  @Override
  public void mount(Router router) {
    WireRoutes routes = new WireRoutes(router, stage, new XenditStyle(secretKey), Replays.NONE);
    routes
        .add(HttpMethod.POST, "/v2/invoices", "create", invoices::create)
        .add(HttpMethod.POST, "/v2/invoices/", "create", invoices::create)
        .add(HttpMethod.GET, "/v2/invoices", "status", invoices::find)
        .add(HttpMethod.GET, "/v2/invoices/", "status", invoices::find)
        .add(HttpMethod.GET, "/v2/invoices/:id", "status", invoices::get)
        .add(HttpMethod.POST, "/invoices/:id/expire!", "expire", invoices::expire)
        .add(HttpMethod.POST, "/refunds", "refund", refunds::create)
        .add(HttpMethod.GET, "/refunds", "status", refunds::find)
        .add(HttpMethod.GET, "/refunds/:id", "status", refunds::get);
  }

  @Override
  public boolean knows(String reference) {
    return desk.book().find(reference).isPresent();
  }

  @Override
  public JsonObject payment(String reference) {
    SimulatedInvoice invoice = desk.book().find(reference).orElseThrow();
    return desk.bodies()
        .invoice(invoice, "")
        .put("refunds", desk.bodies().refunds(invoice.refunds()))
        .put("gateway", NAME);
  }

  @Override
  public void move(String reference, Move move, MoveDetails details) {
    bank.move(reference, move, details);
  }

  @Override
  public SentWebhook notification(String reference, NotificationWish wish) {
    JsonObject body =
        desk.bodies().callback(desk.book().find(reference).orElseGet(() -> stranger(reference)));
    wish.status().ifPresent(status -> body.put("status", status));
    String right = desk.teller().callbackToken();
    String token = wish.token().orElse(wish.forged() ? "forged-" + right.length() : right);
    return InvoiceTeller.webhook(reference, body.mergeIn(wish.overrides()), token);
  }

  private SimulatedInvoice stranger(String externalId) {
    JsonObject asked = new JsonObject().put("external_id", externalId).put("amount", 10_000);
    SimulatedInvoice stranger =
        new SimulatedInvoice(InvoiceDesk.newId(), InvoiceRules.read(asked, desk.now()), desk.now());
    stranger.becomes(InvoiceStatus.PAID, desk.now());
    return stranger;
  }

  @Override
  public void reset() {
    desk.book().reset();
    refunds.reset();
  }
}
