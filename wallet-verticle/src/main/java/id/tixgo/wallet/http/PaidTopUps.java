package id.tixgo.wallet.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Reply;
import id.tixgo.common.scope.Once;
import id.tixgo.common.scope.RequestKey;
import id.tixgo.wallet.client.PaymentDesk;
import id.tixgo.wallet.client.PaymentDesk.Begun;
import id.tixgo.wallet.client.PaymentDesk.PaymentTold;
import id.tixgo.wallet.client.PaymentDesk.TopUp;
import id.tixgo.wallet.client.PaymentDesk.VaNumber;
import id.tixgo.wallet.domain.Account;
import id.tixgo.wallet.domain.Rupiah;
import id.tixgo.wallet.domain.WalletRefusals;
import id.tixgo.wallet.domain.Wallets;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Users who bring money by a payment: Payment takes it, and has it credited when it is there. */
final class PaidTopUps {
  private final Wallets wallets;
  private final PaymentDesk payments;
  private final KeyedRequests keyed;

  private record HowBody(String paymentMethod, String paymentGateway, String returnUrl) {}

  private record BegunJson(long id, BigDecimal balance, TopUpJson topup) {}

  private record TopUpJson(
      long orderId,
      long paymentId,
      String status,
      BigDecimal amount,
      String paymentMethod,
      String paymentGateway,
      String redirectUrl,
      List<VaNumber> vaNumbers,
      String qrString,
      Instant expiresAt) {
    static TopUpJson of(Begun begun) {
      PaymentTold told = begun.payment();
      return new TopUpJson(
          begun.orderId(),
          told.id(),
          told.status(),
          told.amount(),
          told.paymentMethod(),
          told.paymentGateway(),
          told.redirectUrl(),
          told.vaNumbers(),
          told.qrString(),
          told.expiresAt());
    }
  }

  PaidTopUps(Wallets wallets, PaymentDesk payments, KeyedRequests keyed) {
    this.wallets = requireNonNull(wallets);
    this.payments = requireNonNull(payments);
    this.keyed = requireNonNull(keyed);
  }

  /** The first answer again, when the call's key has one. */
  Future<Reply> begin(Call call, long minor) {
    Once<Reply> once = keyed.once(call, reply -> reply);
    if (once.key().isEmpty()) {
      return ask(call, minor, UUID.randomUUID().toString());
    }
    RequestKey key = once.key().get();
    return wallets.isUsed(key)
        ? wallets.take(once, (desk, now) -> again())
        : ask(call, minor, reference(key))
            .compose(reply -> wallets.take(once, (desk, now) -> reply));
  }

  /** The key was forgotten this very moment. */
  private static Reply again() {
    throw WalletRefusals.referenceReused();
  }

  /** The same for the same key and request: what Payment has begun is found again. */
  private static String reference(RequestKey key) {
    String text = key.caller() + '\n' + key.key() + '\n' + key.fingerprint();
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private Future<Reply> ask(Call call, long minor, String reference) {
    Caller caller = call.caller();
    Account account =
        wallets
            .account(caller.id())
            .filter(Account::receives)
            .orElseThrow(WalletRefusals::userNotFound);
    HowBody how = call.body(HowBody.class);
    TopUp wanted =
        new TopUp(
            reference,
            account.id(),
            caller.username(),
            Rupiah.of(minor).major(),
            how.paymentMethod(),
            how.paymentGateway(),
            how.returnUrl());
    return payments.begin(wanted, call.scope()).map(begun -> reply(account.id(), begun));
  }

  private Reply reply(long userId, Begun begun) {
    BigDecimal balance = BalanceJson.major(wallets.holdings(userId).available());
    return Reply.json(202, new BegunJson(userId, balance, TopUpJson.of(begun)));
  }
}
