package id.tixgo.wallet.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.IdempotentReplay;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Reply;
import id.tixgo.common.http.WhoAsks;
import id.tixgo.wallet.domain.MovementKind;
import id.tixgo.wallet.domain.Movements;
import id.tixgo.wallet.domain.Movements.Moved;
import id.tixgo.wallet.domain.Movements.Wanted;
import id.tixgo.wallet.domain.WalletAccess;
import id.tixgo.wallet.domain.Wallets;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Money in and out: {@code /users/{id}/topup}, {@code /debit}, and the same for services. */
final class MoneyHandler {
  private static final String DEBIT = "debit";

  private final Wallets wallets;
  private final KeyedRequests keyed;
  private final PaidTopUps paid;
  private final boolean demo;

  private record AmountBody(AmountJson amount) {}

  /**
   * @param purpose null where the action says enough, like {@code reference} where each call counts
   */
  private record MoveBody(String action, AmountJson amount, String purpose, String reference) {}

  private record MovedJson(long id, BigDecimal balance) {}

  /**
   * @param demo whether users may bring money that nobody has seen
   */
  MoneyHandler(Wallets wallets, KeyedRequests keyed, PaidTopUps paid, boolean demo) {
    this.wallets = requireNonNull(wallets);
    this.keyed = requireNonNull(keyed);
    this.paid = requireNonNull(paid);
    this.demo = demo;
  }

  void register(Api api) {
    api.on("topUp", this::topUp);
    api.on("debit", this::debit);
    api.on("moveInternally", this::move);
  }

  private Future<Reply> topUp(Call call) {
    Optional<Caller> who = WhoAsks.of(call);
    WalletAccess.expectSees(who, PathNumber.id(call));
    long minor = AmountJson.minor(call.body(AmountBody.class).amount());
    if (!isPlay(call) && !WalletAccess.seesAll(who)) {
      return paid.begin(call, minor);
    }
    return move(call, MovementKind.TOPUP, minor, Optional.empty());
  }

  /** Play money is for who sits at the machine of the demo. */
  private boolean isPlay(Call call) {
    return demo && !WhoAsks.isForwarded(call);
  }

  private Future<Reply> debit(Call call) {
    long id = PathNumber.id(call);
    WalletAccess.expectDebits(WhoAsks.of(call), id, wallets.isLeft(id));
    long minor = AmountJson.minor(call.body(AmountBody.class).amount());
    return move(call, MovementKind.PAYMENT, minor, Optional.empty());
  }

  private Future<Reply> move(Call call) {
    MoveBody body = call.body(MoveBody.class);
    long minor = AmountJson.minor(body.amount());
    return move(call, kind(body), minor, Optional.ofNullable(body.reference()));
  }

  private static MovementKind kind(MoveBody body) {
    if (body.action().equals(DEBIT)) {
      return MovementKind.PAYMENT;
    }
    return Optional.ofNullable(body.purpose())
        .map(purpose -> MovementKind.valueOf(purpose.toUpperCase(Locale.ROOT)))
        .orElse(MovementKind.TOPUP);
  }

  private Future<Reply> move(Call call, MovementKind kind, long minor, Optional<String> reference) {
    long id = PathNumber.id(call);
    Wanted wanted = new Wanted(id, kind, minor, reference, WhoAsks.number(call));
    return wallets
        .take(keyed.once(call, MoneyHandler::reply), Movements.make(wanted))
        .onSuccess(moved -> markIfMadeBefore(call, moved))
        .map(MoneyHandler::reply);
  }

  private static void markIfMadeBefore(Call call, Moved moved) {
    if (moved.again()) {
      IdempotentReplay.mark(call);
    }
  }

  private static Reply reply(Moved moved) {
    BigDecimal balance = BalanceJson.major(moved.movement().available());
    return Reply.json(200, new MovedJson(moved.movement().userId(), balance));
  }
}
