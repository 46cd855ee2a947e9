package id.tixgo.simulator.midtrans;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.gateway.WireReply;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gives money back: a key is one refund, and who says it again means the same. */
final class CoreRefunds {
  private static final Duration RETRY_WINDOW = Duration.ofDays(7);

  private final MidtransDesk desk;

  CoreRefunds(MidtransDesk desk) {
    this.desk = requireNonNull(desk);
  }

  /**
   * {@code {"refund_key", "amount", "reason"}}, each optional.
   *
   * @throws id.tixgo.simulator.gateway.WireRefusal if it can't be given back
   */
  WireReply refund(CoreTransaction of, JsonObject body) {
    String key = body.getString("refund_key", UUID.randomUUID().toString());
    Optional<CoreRefund> same = same(of, key);
    if (same.isPresent()) {
      return answer(of, again(same.get(), body));
    }
    if (desk.book().userOf(key).isPresent()) {
      throw CoreErrors.duplicate();
    }
    long amount = amount(of, body);
    if (desk.stage().switches().isRefundFailing()) {
      return denied(of, key);
    }
    return answer(of, give(of, key, amount, body.getString("reason", "")));
  }

  /** Books a refund; it is told of twice, the second time when the bank has confirmed it. */
  CoreRefund give(CoreTransaction of, String key, long amount, String reason) {
    CoreRefund given =
        new CoreRefund(of.refunds().size() + 1, key, amount, reason, desk.now(), Optional.empty());
    of.gives(given);
    desk.book().use(key, of);
    desk.teller().tell(of);
    if (!desk.stage().switches().isRefundLeftPending()) {
      desk.stage().agenda().inAMoment(() -> confirm(of, given));
    }
    return given;
  }

  private void confirm(CoreTransaction of, CoreRefund given) {
    of.confirms(given.number(), desk.now());
    desk.teller().tell(of);
  }

  private static Optional<CoreRefund> same(CoreTransaction of, String key) {
    return of.refunds().stream().filter(refund -> refund.key().equals(key)).findFirst();
  }

  private CoreRefund again(CoreRefund refund, JsonObject body) {
    Instant end = refund.createdAt().plus(RETRY_WINDOW);
    if (body.getLong("amount", refund.amount()) != refund.amount() || desk.now().isAfter(end)) {
      throw CoreErrors.duplicate();
    }
    return refund;
  }

  private static long amount(CoreTransaction of, JsonObject body) {
    boolean isPaid = of.is(CoreStatus.SETTLEMENT, CoreStatus.PARTIAL_REFUND);
    if (!isPaid || of.method().refunds() == SnapMethod.Refunds.NONE) {
      throw CoreErrors.unchangeable();
    }
    long rest = of.grossAmount() - of.refunded();
    long amount = whole(body, rest);
    if (amount > rest || (of.method().refunds() == SnapMethod.Refunds.WHOLE && amount < rest)) {
      throw CoreErrors.refundTooLarge();
    }
    return amount;
  }

  private static long whole(JsonObject body, long rest) {
    Object amount = body.getValue("amount", rest);
    boolean isWhole = amount instanceof Integer || amount instanceof Long;
    if (!isWhole || ((Number) amount).longValue() < 1) {
      throw CoreErrors.invalid(List.of("amount must be a positive number without decimals"));
    }
    return ((Number) amount).longValue();
  }

  private WireReply answer(CoreTransaction of, CoreRefund refund) {
    return CoreErrors.reply(
        desk.bodies()
            .changed(of, "200", "Success, refund request is approved")
            .put("refund_chargeback_id", refund.number())
            .put("refund_amount", MidtransFormats.amount(refund.amount()))
            .put("refund_key", refund.key()));
  }

  /** The bank doesn't want to. */
  private WireReply denied(CoreTransaction of, String key) {
    return CoreErrors.reply(
        desk.bodies()
            .changed(of, "202", "Refund is denied by the bank")
            .put("refund_amount", MidtransFormats.amount(0))
            .put("refund_key", key));
  }
}
