package id.tixgo.payment.http;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Reply;
import id.tixgo.payment.domain.Gateways;
import id.tixgo.payment.domain.PaymentGateway;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Stream;

/** {@code /checkout/methods}: how one can pay here. */
final class MethodsHandler {
  private final Methods offered;

  private record Methods(List<Method> methods) {}

  private record Method(String paymentMethod, String paymentGateway, boolean refundable) {
    static Stream<Method> of(PaymentGateway gateway) {
      return gateway.methods().stream()
          .sorted()
          .map(m -> new Method(m.word(), gateway.name(), gateway.refunds(m, true)));
    }
  }

  MethodsHandler(Gateways gateways) {
    this.offered = new Methods(gateways.all().stream().flatMap(Method::of).toList());
  }

  void register(Api api) {
    api.on("paymentMethods", call -> Future.succeededFuture(Reply.json(200, offered)));
  }
}
