package id.tixgo.payment.client;

import static java.util.Objects.requireNonNull;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Midtrans: Snap's page takes the money, the Core API tells of it, cancels and gives back. */
final class MidtransGateway implements PaymentGateway {
  static final String NAME = "midtrans";
  private static final String TITLE = MidtransTransaction.NAME;
  private static final String RUPIAH = "IDR";

  /** Snap's own words; a call of ours without an answer may have been the first. */
  private static final String TAKEN = "already been taken";

  private static final Set<GatewayState> OPEN_OR_PAID =
      Set.of(GatewayState.PENDING, GatewayState.REVIEW, GatewayState.PAID);

  private final GatewayHttp snap;
  private final MidtransCore core;
  private final MidtransRefunds refunds;
  private final Map<String, String> snapHeaders;

  /**
   * @param notificationUrl where Midtrans sends notifications of these payments; empty for what is
   *     set at its dashboard
   */
  MidtransGateway(GatewayHttp snap, GatewayHttp core, Optional<String> notificationUrl) {
    this.snap = requireNonNull(snap);
    this.core = new MidtransCore(core);
    this.refunds = new MidtransRefunds(core, this.core);
    this.snapHeaders =
        notificationUrl.map(url -> Map.of("X-Override-Notification", url)).orElse(Map.of());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<PaymentMethod> methods() {
    return SnapRequest.CHANNELS.keySet();
  }

  /** ShopeePay and OVO give back the whole alone, and which wallet it was isn't known here. */
  @Override
  public boolean refunds(PaymentMethod method, boolean whole) {
    return switch (method) {
      case QRIS, CREDIT_CARD -> true;
      case EWALLET -> whole;
      default -> false;
    };
  }

  @Override
  public Future<CreateAnswer> create(PaymentRequest request) {
    return isPayable(request)
        ? NoAnswer.as(CreateAnswer.Unknown::new, ask(new SnapRequest(request)))
        : Future.succeededFuture(
            new CreateAnswer.Refused("Midtrans takes whole rupiah, by other methods.", "{}"));
  }

  private boolean isPayable(PaymentRequest request) {
    return methods().contains(request.method())
        && request.amount().currency().equals(RUPIAH)
        && WholeAmounts.isWhole(request.amount());
  }

  private Future<CreateAnswer> ask(SnapRequest request) {
    return snap.post("/snap/v1/transactions", request.json(), snapHeaders)
        .map(reply -> created(reply, request));
  }

  private static CreateAnswer created(GatewayReply reply, SnapRequest request) {
    Optional<String> page = reply.json().text("redirect_url");
    if (!reply.isSuccess() || page.isEmpty()) {
      return refused(reply);
    }
    PayInstructions instructions =
        new PayInstructions(page, List.of(), Optional.empty(), Optional.of(request.expiresAt()));
    return new CreateAnswer.Waiting(instructions, Optional.empty(), reply.json().redacted());
  }

  private static CreateAnswer refused(GatewayReply reply) {
    List<String> errors = reply.json().texts("error_messages");
    if (!reply.isRefusal() || errors.isEmpty()) {
      throw NoAnswer.unreadable(TITLE);
    }
    if (errors.stream().anyMatch(error -> error.contains(TAKEN))) {
      throw new NoAnswer("Midtrans has a payment of this name already.");
    }
    String reason =
        reply.status() == 401 ? MidtransCore.UNAUTHORIZED : TITLE + " says: " + errors.get(0);
    return new CreateAnswer.Refused(reason, reply.json().redacted());
  }

  /**
   * A buyer whose first way to pay came to nothing may have chosen another on the same page: a
   * transaction of its own, under our one name.
   */
  @Override
  public Future<GatewayAnswer> status(KnownPayment payment) {
    return core.status(MidtransCore.id(payment))
        .compose(
            first ->
                payment.gatewayId().isPresent() && isOver(first)
                    ? core.status(payment.reference()).map(last -> isOver(last) ? first : last)
                    : Future.succeededFuture(first));
  }

  /** DANA's transactions aren't found by our name: then the first answer counts. */
  private static boolean isOver(GatewayAnswer answer) {
    return !(answer instanceof GatewayAnswer.Unknown)
        && !(answer instanceof GatewayAnswer.Known known && OPEN_OR_PAID.contains(known.state()));
  }

  @Override
  public Future<GatewayAnswer> cancel(KnownPayment payment) {
    return core.cancel(MidtransCore.id(payment))
        .compose(
            answer ->
                answer.isPresent()
                    ? Future.succeededFuture(answer.orElseThrow())
                    : status(payment));
  }

  @Override
  public Future<RefundAnswer> refund(RefundRequest request) {
    return refunds.refund(request);
  }
}
