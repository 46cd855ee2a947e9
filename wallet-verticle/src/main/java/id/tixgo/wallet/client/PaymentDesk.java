package id.tixgo.wallet.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tixgo.common.config.ServiceToken;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.common.upstream.UpstreamResponses;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Payment, where users pay for what comes into their wallets. Fails with the problems it has. */
public final class PaymentDesk {
  private final UpstreamClient payment;
  private final ServiceToken secret;

  /**
   * What is to be paid.
   *
   * @param reference our own name of it: asked for again it is one top-up
   * @param paymentMethod null for the first that is offered
   * @param paymentGateway null for the first that offers the method
   * @param returnUrl null for nowhere
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TopUp(
      String reference,
      long userId,
      String username,
      BigDecimal amount,
      String paymentMethod,
      String paymentGateway,
      String returnUrl) {
    public TopUp {
      requireNonNull(reference);
      requireNonNull(username);
      requireNonNull(amount);
    }
  }

  /** What was begun. */
  public record Begun(long orderId, PaymentTold payment) {
    public Begun {
      requireNonNull(payment);
    }
  }

  /** How to pay, as Payment says it; null is what it doesn't say. */
  public record PaymentTold(
      long id,
      String status,
      BigDecimal amount,
      String paymentMethod,
      String paymentGateway,
      String redirectUrl,
      List<VaNumber> vaNumbers,
      String qrString,
      Instant expiresAt) {
    public PaymentTold {
      requireNonNull(status);
      vaNumbers = List.copyOf(vaNumbers);
    }
  }

  /** An account to transfer to. */
  public record VaNumber(String bank, String vaNumber) {}

  public PaymentDesk(UpstreamClient payment, ServiceToken secret) {
    this.payment = requireNonNull(payment);
    this.secret = requireNonNull(secret);
  }

  public Future<Begun> begin(TopUp wanted, RequestScope scope) {
    return payment
        .send(
            payment
                .request(HttpMethod.POST, "/internal/topups")
                .putHeader("Content-Type", "application/json")
                .putHeader(ServiceToken.HEADER, secret.secret()),
            JsonFormat.encode(wanted),
            scope)
        .map(answer -> UpstreamResponses.read(answer, Begun.class));
  }
}
