package id.tixgo.payment.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.time.Timestamps;
import id.tixgo.payment.domain.CreateAnswer;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.GatewayState;
import id.tixgo.payment.domain.KnownPayment;
import id.tixgo.payment.domain.PayInstructions;
import id.tixgo.payment.domain.PaymentGateway;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.PaymentRequest;
import id.tixgo.payment.domain.RefundAnswer;
import id.tixgo.payment.domain.RefundRequest;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Xendit: an invoice's page takes the money. Xendit makes a second invoice of a name when it is
 * asked twice: after no answer, ask for the status first.
 */
final class XenditGateway implements PaymentGateway {
  static final String NAME = "xendit";
  private static final Set<PaymentMethod> REFUNDABLE =
      Set.of(PaymentMethod.EWALLET, PaymentMethod.CREDIT_CARD, PaymentMethod.QRIS);

  private final GatewayHttp http;
  private final XenditInvoices invoices;
  private final XenditRefunds refunds;

  XenditGateway(GatewayHttp http) {
    this.http = requireNonNull(http);
    this.invoices = new XenditInvoices(http);
    this.refunds = new XenditRefunds(http);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<PaymentMethod> methods() {
    return InvoiceRequest.CHANNELS.keySet();
  }

  @Override
  public boolean refunds(PaymentMethod method, boolean whole) {
    return REFUNDABLE.contains(method);
  }

  @Override
  public Future<CreateAnswer> create(PaymentRequest request) {
    return methods().contains(request.method()) && WholeAmounts.isWhole(request.amount())
        ? NoAnswer.as(
            CreateAnswer.Unknown::new,
            http.post("/v2/invoices", new InvoiceRequest(request).json())
                .map(XenditGateway::created))
        : Future.succeededFuture(
            new CreateAnswer.Refused("Xendit takes whole amounts, by other methods.", "{}"));
  }

  private static CreateAnswer created(GatewayReply reply) {
    if (!reply.isSuccess()) {
      return refused(reply);
    }
    GatewayJson body = reply.json();
    Optional<String> page = body.text("invoice_url");
    if (page.isEmpty()) {
      throw XenditInvoice.unreadable();
    }
    PayInstructions instructions =
        new PayInstructions(
            page, List.of(), Optional.empty(), body.text("expiry_date").flatMap(Timestamps::parse));
    return new CreateAnswer.Waiting(
        instructions, Optional.of(new XenditInvoice(body).id()), body.redacted());
  }

  private static CreateAnswer refused(GatewayReply reply) {
    String code = XenditErrors.code(reply);
    String reason = XenditErrors.reason(code, reply);
    return XenditErrors.isUnsure(code)
        ? new CreateAnswer.Unknown(XenditErrors.unsure(code))
        : new CreateAnswer.Refused(reason, reply.json().redacted());
  }

  @Override
  public Future<GatewayAnswer> status(KnownPayment payment) {
    return NoAnswer.as(GatewayAnswer.Unknown::new, ask(payment));
  }

  private Future<GatewayAnswer> ask(KnownPayment payment) {
    return invoices
        .find(payment)
        .compose(
            found ->
                found
                    .map(this::withRefunds)
                    .orElseGet(() -> Future.succeededFuture(new GatewayAnswer.NotFound())));
  }

  /** Only what is paid can have been given back. */
  private Future<GatewayAnswer> withRefunds(XenditInvoice invoice) {
    return invoice.state() == GatewayState.PAID
        ? refunds.list(invoice.id()).map(invoice::known)
        : Future.succeededFuture(invoice.known(List.of()));
  }

  /** Expiring is Xendit's word for it. What refuses to expire is paid, or has expired already. */
  @Override
  public Future<GatewayAnswer> cancel(KnownPayment payment) {
    return NoAnswer.as(
        GatewayAnswer.Unknown::new, invoices.expire(payment).compose(expired -> ask(payment)));
  }

  @Override
  public Future<RefundAnswer> refund(RefundRequest request) {
    if (!WholeAmounts.isWhole(request.amount())) {
      return Future.succeededFuture(
          new RefundAnswer.Refused("Xendit gives back whole amounts.", "{}"));
    }
    return NoAnswer.as(
        RefundAnswer.Unknown::new,
        invoices
            .find(request.payment())
            .compose(
                found ->
                    found
                        .map(invoice -> refunds.refund(invoice.id(), request))
                        .orElseGet(() -> Future.succeededFuture(noInvoice()))));
  }

  private static RefundAnswer noInvoice() {
    return new RefundAnswer.Refused("Xendit has no such payment.", "{}");
  }
}
