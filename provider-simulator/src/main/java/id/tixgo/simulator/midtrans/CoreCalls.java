package id.tixgo.simulator.midtrans;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.gateway.WireCall;
import id.tixgo.simulator.gateway.WireReply;

/** Core: what can be asked about a payment, and done to it. */
final class CoreCalls {
  private final MidtransDesk desk;
  private final CoreRefunds refunds;

  CoreCalls(MidtransDesk desk, CoreRefunds refunds) {
    this.desk = requireNonNull(desk);
    this.refunds = requireNonNull(refunds);
  }

  /** {@code GET /v2/{id}/status}; nothing is known before a method was chosen. */
  WireReply status(WireCall call) {
    return CoreErrors.reply(desk.bodies().asked(transaction(call)));
  }

  /** {@code POST /v2/{id}/cancel}: what isn't settled. */
  WireReply cancel(WireCall call) {
    CoreTransaction transaction = transaction(call);
    require(transaction.is(CoreStatus.PENDING, CoreStatus.CAPTURE));
    return changed(transaction, CoreStatus.CANCEL, "200", "Success, transaction is canceled");
  }

  /** {@code POST /v2/{id}/expire}; 407 says that it worked. */
  WireReply expire(WireCall call) {
    CoreTransaction transaction = transaction(call);
    require(transaction.is(CoreStatus.PENDING));
    return changed(transaction, CoreStatus.EXPIRE, "407", "Success, transaction has expired");
  }

  /** {@code POST /v2/{id}/approve}: a challenged card after all. */
  WireReply approve(WireCall call) {
    CoreTransaction transaction = transaction(call);
    require(transaction.isChallenged());
    return changed(transaction, CoreStatus.CAPTURE, "200", "Success, transaction is approved");
  }

  /** {@code POST /v2/{id}/deny}: a challenged card, for good. */
  WireReply deny(WireCall call) {
    CoreTransaction transaction = transaction(call);
    require(transaction.isChallenged());
    return changed(transaction, CoreStatus.DENY, "200", "Success, transaction is denied");
  }

  /** {@code POST /v2/{id}/refund}. */
  WireReply refund(WireCall call) {
    return refunds.refund(transaction(call), call.json());
  }

  private CoreTransaction transaction(WireCall call) {
    call.isAbout(call.part("id"));
    CoreTransaction transaction = desk.transaction(call.part("id"));
    call.isAbout(transaction.terms().orderId());
    return transaction;
  }

  private static void require(boolean isAllowed) {
    if (!isAllowed) {
      throw CoreErrors.unchangeable();
    }
  }

  private WireReply changed(
      CoreTransaction transaction, CoreStatus status, String code, String message) {
    transaction.becomes(status);
    desk.teller().tell(transaction);
    return CoreErrors.reply(desk.bodies().changed(transaction, code, message));
  }
}
