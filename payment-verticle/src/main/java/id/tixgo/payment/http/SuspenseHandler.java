package id.tixgo.payment.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.payment.domain.Books;
import id.tixgo.payment.domain.Books.Snapshot;
import id.tixgo.payment.domain.Suspense;
import id.tixgo.payment.domain.Suspense.Outcome;
import id.tixgo.payment.domain.Suspenses;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /suspense}: what is in it, and what somebody makes of it; for admins. */
final class SuspenseHandler {
  private static final String OPEN = "open";

  private final Books books;

  private record ResolutionBody(String outcome, String note) {}

  SuspenseHandler(Books books) {
    this.books = requireNonNull(books);
  }

  void register(Api api) {
    api.on("listSuspense", this::list);
    api.on("resolveSuspense", this::resolve);
  }

  private Future<Reply> list(Call call) {
    Optional<Boolean> open = call.query("status").map(OPEN::equals);
    return books.look(all -> found(all, open)).map(found -> page(call, found));
  }

  private static List<Suspense> found(Snapshot all, Optional<Boolean> open) {
    return all.suspense().stream()
        .filter(item -> open.filter(wanted -> wanted != item.isOpen()).isEmpty())
        .toList();
  }

  private static Reply page(Call call, List<Suspense> found) {
    Page<Suspense> page = Page.before(found, Suspense::id, Page.cursor(call), Page.limit(call));
    return page.describe(
        call, Reply.json(200, page.items().stream().map(SuspenseJson::of).toList()));
  }

  private Future<Reply> resolve(Call call) {
    ResolutionBody body = call.body(ResolutionBody.class);
    Outcome outcome = Outcome.valueOf(body.outcome().toUpperCase(Locale.ROOT));
    return books
        .make(
            Suspenses.resolve(
                OrdersHandler.id(call), outcome, body.note(), call.caller().username()))
        .onSuccess(
            item -> HandLog.said(call, "suspense " + item.id() + ' ' + body.outcome(), body.note()))
        .map(item -> Reply.json(200, SuspenseJson.of(item)));
  }
}
