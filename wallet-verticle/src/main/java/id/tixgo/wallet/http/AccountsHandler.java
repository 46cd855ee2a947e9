package id.tixgo.wallet.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.http.WhoAsks;
import id.tixgo.wallet.client.IdentityDesk;
import id.tixgo.wallet.domain.Account;
import id.tixgo.wallet.domain.Openings;
import id.tixgo.wallet.domain.WalletAccess;
import id.tixgo.wallet.domain.WalletRefusals;
import id.tixgo.wallet.domain.Wallets;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** {@code /users} and what they have. */
final class AccountsHandler {
  private final Wallets wallets;
  private final IdentityDesk identity;
  private final AskingIdentity asking;

  private record ChangeBody(String fullName, String email) {}

  AccountsHandler(Wallets wallets, IdentityDesk identity, AskingIdentity asking) {
    this.wallets = requireNonNull(wallets);
    this.identity = requireNonNull(identity);
    this.asking = requireNonNull(asking);
  }

  void register(Api api) {
    api.on("listUsers", this::list);
    api.on("getUser", this::get);
    api.on("updateUser", this::change);
    api.on("deleteUser", this::close);
    api.on("getBalance", this::balance);
    api.on("getUserInternally", call -> reply(AccountJson.of(account(call))));
  }

  private Future<Reply> list(Call call) {
    Optional<Caller> who = WhoAsks.of(call);
    return WalletAccess.seesAll(who)
        ? wallets.accounts().map(all -> page(call, all))
        : Future.succeededFuture(page(call, own(who.orElseThrow())));
  }

  private List<Account> own(Caller caller) {
    return wallets.account(caller.id()).stream().toList();
  }

  private Reply page(Call call, List<Account> all) {
    Page<Account> page = Page.of(all, Page.cursor(call), Page.limit(call));
    return page.describe(call, Reply.json(200, page.items().stream().map(this::json).toList()));
  }

  private AccountJson json(Account account) {
    return AccountJson.of(account, wallets.holdings(account.id()));
  }

  private Future<Reply> get(Call call) {
    WalletAccess.expectSees(WhoAsks.of(call), PathNumber.id(call));
    return reply(json(account(call)));
  }

  private Future<Reply> balance(Call call) {
    WalletAccess.expectSees(WhoAsks.of(call), PathNumber.id(call));
    return reply(BalanceJson.of(account(call).id(), wallets.holdings(PathNumber.id(call))));
  }

  /** Identity says whether the caller may; its feed changes the account. */
  private Future<Reply> change(Call call) {
    WalletAccess.expectSees(Optional.of(call.caller()), PathNumber.id(call));
    Account known = account(call);
    ChangeBody body = call.body(ChangeBody.class);
    return identity
        .change(asking.as(call), known.id(), body.fullName(), body.email())
        .map(user -> Reply.json(200, AccountJson.of(user)));
  }

  private Future<Reply> close(Call call) {
    WalletAccess.expectSees(Optional.of(call.caller()), PathNumber.id(call));
    return wallets
        .take(Openings.close(PathNumber.id(call)))
        .map(closed -> Reply.json(200, new DoneJson("User deleted successfully")));
  }

  private Account account(Call call) {
    return wallets.account(PathNumber.id(call)).orElseThrow(WalletRefusals::userNotFound);
  }

  private static Future<Reply> reply(Object json) {
    return Future.succeededFuture(Reply.json(200, json));
  }
}
