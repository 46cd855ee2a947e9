package id.tixgo.wallet.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.IdempotentReplay;
import id.tixgo.common.http.Reply;
import id.tixgo.wallet.client.IdentityDesk;
import id.tixgo.wallet.client.IdentityDesk.IdentityUser;
import id.tixgo.wallet.client.IdentityDesk.NewUser;
import id.tixgo.wallet.domain.Account;
import id.tixgo.wallet.domain.Openings;
import id.tixgo.wallet.domain.WalletStep;
import id.tixgo.wallet.domain.Wallets;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;

/** Where users come in: Identity makes and knows them, and their account opens. */
final class EntranceHandler {
  private final Wallets wallets;
  private final IdentityDesk identity;
  private final AskingIdentity asking;

  private record NewUserBody(String fullName, String email, String password) {}

  private record LoginBody(String email, String password) {}

  private record LoggedInJson(String accessToken, AccountJson user) {}

  EntranceHandler(Wallets wallets, IdentityDesk identity, AskingIdentity asking) {
    this.wallets = requireNonNull(wallets);
    this.identity = requireNonNull(identity);
    this.asking = requireNonNull(asking);
  }

  void register(Api api) {
    api.on("register", call -> make(call, this::withBalance));
    api.on("createUser", call -> make(call, AccountJson::of));
    api.on("login", this::logIn);
  }

  private AccountJson withBalance(Account account) {
    return AccountJson.of(account, wallets.holdings(account.id()));
  }

  private Future<Reply> make(Call call, Function<Account, AccountJson> json) {
    NewUserBody body = call.body(NewUserBody.class);
    return identity
        .register(asking.of(call), body.fullName(), body.email(), body.password())
        .onSuccess(user -> markIfMadeBefore(call, user))
        .compose(
            user ->
                wallets.take(Openings.made(user.id(), body.fullName(), Optional.of(body.email()))))
        .map(account -> Reply.json(201, json.apply(account)));
  }

  private static void markIfMadeBefore(Call call, NewUser user) {
    if (user.again()) {
      IdempotentReplay.mark(call);
    }
  }

  private Future<Reply> logIn(Call call) {
    LoginBody body = call.body(LoginBody.class);
    return identity
        .logIn(asking.of(call), body.email(), body.password())
        .compose(token -> enter(call, token));
  }

  private Future<Reply> enter(Call call, String token) {
    return identity
        .me(asking.as(call, token))
        .compose(user -> wallets.take(entered(user)))
        .map(account -> Reply.json(200, new LoggedInJson(token, AccountJson.of(account))));
  }

  private static WalletStep<Account> entered(IdentityUser user) {
    return Openings.entered(user.id(), user.name(), user.address());
  }
}
