package id.tixgo.wallet.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.http.WhoAsks;
import id.tixgo.wallet.domain.Transfer;
import id.tixgo.wallet.domain.TransferStatus;
import id.tixgo.wallet.domain.Transfers;
import id.tixgo.wallet.domain.Transfers.Draft;
import id.tixgo.wallet.domain.WalletAccess;
import id.tixgo.wallet.domain.Wallets;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** {@code /transactions}: money from one user to another. */
final class TransfersHandler {
  private final Wallets wallets;
  private final KeyedRequests keyed;

  private record TransferBody(
      long senderId, long receiverId, AmountJson amount, String description) {
    Draft draft(Optional<Long> by) {
      return new Draft(
          senderId, receiverId, AmountJson.minor(amount), Optional.ofNullable(description), by);
    }
  }

  private record StatusBody(String status) {}

  TransfersHandler(Wallets wallets, KeyedRequests keyed) {
    this.wallets = requireNonNull(wallets);
    this.keyed = requireNonNull(keyed);
  }

  void register(Api api) {
    api.on("createTransaction", this::begin);
    api.on("listTransactions", this::list);
    api.on("listUserTransactions", this::listOfUser);
    api.on("getTransaction", this::get);
    api.on("updateTransaction", this::decide);
    api.on("deleteTransaction", this::takeBack);
  }

  private Future<Reply> begin(Call call) {
    TransferBody body = call.body(TransferBody.class);
    WalletAccess.expectSpends(WhoAsks.of(call), body.senderId());
    Draft draft = body.draft(WhoAsks.number(call));
    return wallets
        .take(keyed.once(call, TransfersHandler::created), Transfers.begin(draft))
        .map(TransfersHandler::created);
  }

  private static Reply created(Transfer transfer) {
    return Reply.json(201, TransferJson.of(transfer))
        .withHeader("Location", "/transactions/" + transfer.id());
  }

  private Future<Reply> list(Call call) {
    Optional<Caller> who = WhoAsks.of(call);
    Optional<Long> whose = who.filter(w -> !WalletAccess.seesAll(who)).map(Caller::id);
    return wallets.transfers(whose).map(all -> page(call, all));
  }

  private Future<Reply> listOfUser(Call call) {
    long userId = PathNumber.of(call, "user_id");
    WalletAccess.expectSees(WhoAsks.of(call), userId);
    return wallets.transfers(Optional.of(userId)).map(all -> page(call, all));
  }

  private static Reply page(Call call, List<Transfer> all) {
    Page<Transfer> page = Page.of(all, Page.cursor(call), Page.limit(call));
    return page.describe(
        call, Reply.json(200, page.items().stream().map(TransferJson::of).toList()));
  }

  private Future<Reply> get(Call call) {
    Optional<Transfer> known = wallets.transfer(PathNumber.id(call));
    return Future.succeededFuture(
        Reply.json(200, TransferJson.of(WalletAccess.transfer(known, WhoAsks.of(call)))));
  }

  private Future<Reply> decide(Call call) {
    WalletAccess.expectDecides(WhoAsks.of(call));
    TransferStatus status = TransferStatus.of(call.body(StatusBody.class).status());
    return wallets
        .take(Transfers.decide(PathNumber.id(call), status, WhoAsks.number(call)))
        .map(transfer -> Reply.json(200, TransferJson.changed(transfer)));
  }

  private Future<Reply> takeBack(Call call) {
    long id = PathNumber.id(call);
    WalletAccess.expectTakesBack(WhoAsks.of(call), wallets.transfer(id));
    return wallets
        .take(Transfers.takeBack(id))
        .map(taken -> Reply.json(200, new DoneJson("Transaction deleted successfully")));
  }
}
