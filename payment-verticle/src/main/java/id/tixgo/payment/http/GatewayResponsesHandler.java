package id.tixgo.payment.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.payment.domain.Books;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.Refund;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What gateways have answered last about a payment and its refunds; for admins, never logged. */
final class GatewayResponsesHandler {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayResponsesHandler.class);

  private final Books books;
  private final UnaryOperator<String> open;

  /** Members without a value are null. */
  private record GatewayResponse(Long refundId, String reference, JsonObject gatewayResponse) {}

  /**
   * @param open decrypts what is kept
   */
  GatewayResponsesHandler(Books books, UnaryOperator<String> open) {
    this.books = requireNonNull(books);
    this.open = requireNonNull(open);
  }

  void register(Api api) {
    api.on("listGatewayResponses", this::list);
  }

  private Future<Reply> list(Call call) {
    Payment payment = PaymentsHandler.payment(books, OrdersHandler.id(call), call);
    Stream<GatewayResponse> ofRefunds =
        books.refunds(payment).stream().flatMap(refund -> response(refund).stream());
    return Future.succeededFuture(
        Reply.json(
            200,
            Stream.concat(response(payment).stream(), ofRefunds)
                .filter(GatewayResponsesHandler::isTold)
                .toList()));
  }

  /** What we refused ourselves, and what people do by hand, no gateway has answered. */
  private static boolean isTold(GatewayResponse response) {
    return response.gatewayResponse() == null || !response.gatewayResponse().isEmpty();
  }

  private Optional<GatewayResponse> response(Payment payment) {
    return payment
        .answer()
        .map(kept -> new GatewayResponse(null, payment.reference(), read(payment.id(), kept)));
  }

  private Optional<GatewayResponse> response(Refund refund) {
    return refund
        .answer()
        .map(
            kept ->
                new GatewayResponse(
                    refund.id(), refund.reference(), read(refund.paymentId(), kept)));
  }

  /** Null where the key that has encrypted it isn't there any more. */
  private JsonObject read(long paymentId, String kept) {
    try {
      return new JsonObject(open.apply(kept));
    } catch (IllegalArgumentException e) {
      LOG.warn("an answer about payment {} can't be decrypted", paymentId);
      return null;
    }
  }
}
