package id.tixgo.payment.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import id.tixgo.payment.domain.CreateAnswer;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.GatewayRefund;
import id.tixgo.payment.domain.GatewayState;
import id.tixgo.payment.domain.Gateways;
import id.tixgo.payment.domain.KnownPayment;
import id.tixgo.payment.domain.MoneyRefusals;
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
 * Users' wallets: who has enough has paid at once. Nobody waits there: a payment that Wallet
 * doesn't know when it is asked is given up there, so that a call which is still on its way takes
 * nothing any more.
 */
final class WalletGateway implements PaymentGateway {
  private static final String CURRENCY = "IDR";

  private final WalletDoor door;

  WalletGateway(WalletDoor door) {
    this.door = requireNonNull(door);
  }

  @Override
  public String name() {
    return Gateways.WALLET;
  }

  @Override
  public Set<PaymentMethod> methods() {
    return Set.of(PaymentMethod.WALLET);
  }

  @Override
  public boolean refunds(PaymentMethod method, boolean whole) {
    return true;
  }

  @Override
  public Future<CreateAnswer> create(PaymentRequest request) {
    return isRupiah(request.amount())
        ? NoAnswer.as(
            CreateAnswer.Unknown::new,
            door.debit(request.payerId(), request.amount(), request.reference())
                .map(reply -> created(request.amount(), reply)))
        : Future.succeededFuture(new CreateAnswer.Refused("Wallets have whole rupiah.", "{}"));
  }

  private static boolean isRupiah(Money amount) {
    return amount.currency().equals(CURRENCY) && WholeAmounts.isWhole(amount);
  }

  private static CreateAnswer created(Money amount, GatewayReply reply) {
    return reply.isSuccess()
        ? new CreateAnswer.Paid(paid(amount, Optional.empty(), reply))
        : new CreateAnswer.Refused(reason(reply), reply.json().redacted());
  }

  /** Its code where a program knows it, else its words. */
  private static String reason(GatewayReply reply) {
    return reply
        .json()
        .text("code")
        .filter(MoneyRefusals.INSUFFICIENT_FUNDS::equals)
        .or(() -> reply.json().text("detail"))
        .orElse("Wallet refused.");
  }

  private static GatewayAnswer.Known paid(
      Money amount, Optional<String> number, GatewayReply reply) {
    return new GatewayAnswer.Known(
        GatewayState.PAID,
        number,
        amount,
        Money.zero(amount.currency()),
        Optional.of(PaymentMethod.WALLET),
        List.of(),
        reply.json().redacted());
  }

  @Override
  public Future<GatewayAnswer> status(KnownPayment payment) {
    return NoAnswer.as(
        GatewayAnswer.Unknown::new,
        door.movement(payment.reference())
            .compose(
                reply ->
                    reply.isSuccess()
                        ? Future.succeededFuture(made(reply.json(), reply))
                        : givenUp(payment.reference())));
  }

  private static GatewayAnswer made(GatewayJson movement, GatewayReply reply) {
    Money amount =
        movement
            .money("amount", CURRENCY)
            .filter(known -> movement.text("purpose").equals(Optional.of("payment")))
            .orElseThrow(() -> NoAnswer.unreadable("Wallet"));
    return paid(amount, movement.text("number"), reply);
  }

  /** It may have been made after it was asked about. */
  private Future<GatewayAnswer> givenUp(String reference) {
    return door.giveUp(reference).map(WalletGateway::settled);
  }

  private static GatewayAnswer settled(GatewayReply reply) {
    return WalletDoor.isMade(reply)
        ? made(reply.json().object("movement"), reply)
        : new GatewayAnswer.NotFound();
  }

  @Override
  public Future<GatewayAnswer> cancel(KnownPayment payment) {
    return status(payment);
  }

  @Override
  public Future<RefundAnswer> refund(RefundRequest request) {
    return isRupiah(request.amount())
        ? NoAnswer.as(
            RefundAnswer.Unknown::new,
            door.credit(request.payerId(), request.amount(), "refund", request.key())
                .map(reply -> refunded(request, reply)))
        : Future.succeededFuture(new RefundAnswer.Refused("Wallets have whole rupiah.", "{}"));
  }

  private static RefundAnswer refunded(RefundRequest request, GatewayReply reply) {
    return reply.isSuccess()
        ? new RefundAnswer.Known(back(request), reply.json().redacted())
        : new RefundAnswer.Refused(reason(reply), reply.json().redacted());
  }

  private static GatewayRefund back(RefundRequest request) {
    return new GatewayRefund(
        request.key(),
        Optional.empty(),
        request.amount(),
        GatewayRefund.State.SUCCEEDED,
        Optional.empty());
  }
}
