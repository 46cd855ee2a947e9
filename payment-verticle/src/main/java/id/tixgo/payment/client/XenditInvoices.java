package id.tixgo.payment.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.payment.domain.GatewayState;
import id.tixgo.payment.domain.KnownPayment;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Xendit's invoices, by their id, or by our name of them, which several may have. */
final class XenditInvoices {
  private static final String NONE = "INVOICE_NOT_FOUND_ERROR";

  /** Where money is counts first, then where it may still come, then what is newest. */
  private static final Comparator<XenditInvoice> WEIGHT =
      Comparator.comparing((XenditInvoice invoice) -> invoice.state() == GatewayState.PAID)
          .thenComparing(invoice -> invoice.state() == GatewayState.PENDING)
          .thenComparing(XenditInvoice::created);

  private final GatewayHttp http;

  XenditInvoices(GatewayHttp http) {
    this.http = requireNonNull(http);
  }

  /** Fails with {@link NoAnswer}. */
  Future<Optional<XenditInvoice>> find(KnownPayment payment) {
    return payment.gatewayId().isPresent()
        ? byId(payment.gatewayId().orElseThrow())
        : byReference(payment.reference()).map(found -> found.stream().max(WEIGHT));
  }

  private Future<Optional<XenditInvoice>> byId(String id) {
    return http.get("/v2/invoices/" + UpstreamClient.segment(id)).map(XenditInvoices::one);
  }

  private static Optional<XenditInvoice> one(GatewayReply reply) {
    if (reply.status() == 404 && reply.json().text("error_code").equals(Optional.of(NONE))) {
      return Optional.empty();
    }
    return Optional.of(success(reply)).map(answer -> new XenditInvoice(answer.json()));
  }

  private static GatewayReply success(GatewayReply reply) {
    if (!reply.isSuccess()) {
      throw reply.status() == 401
          ? new NoAnswer(XenditErrors.UNAUTHORIZED)
          : XenditInvoice.unreadable();
    }
    return reply;
  }

  private Future<List<XenditInvoice>> byReference(String reference) {
    return http.get("/v2/invoices?limit=100&external_id=" + UpstreamClient.segment(reference))
        .map(XenditInvoices::success)
        .map(
            reply ->
                reply.list().stream()
                    .map(XenditInvoice::new)
                    .filter(invoice -> invoice.isOf(reference))
                    .toList());
  }

  /** Ends all that wait for money; one that refuses tells why when it is asked for. */
  Future<?> expire(KnownPayment payment) {
    return payment.gatewayId().isPresent()
        ? expire(payment.gatewayId().orElseThrow())
        : byReference(payment.reference()).compose(found -> Future.join(expireOpen(found)));
  }

  private List<Future<GatewayReply>> expireOpen(List<XenditInvoice> invoices) {
    return invoices.stream()
        .filter(invoice -> invoice.state() == GatewayState.PENDING)
        .map(invoice -> expire(invoice.id()))
        .toList();
  }

  private Future<GatewayReply> expire(String id) {
    return http.post("/invoices/" + UpstreamClient.segment(id) + "/expire!");
  }
}
