package id.tixgo.payment.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Call;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Reply;
import id.tixgo.common.scope.Once;
import id.tixgo.common.scope.RequestKey;
import id.tixgo.common.store.key.RequestKeys;
import id.tixgo.payment.domain.Books;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;

/**
 * Requests of several commits that may come again under their {@code Idempotency-Key}. Each commit
 * is one that may be repeated, so that the key is kept with the answer, at the end.
 */
final class KeyedSteps {
  private final KeyedRequests keyed;
  private final Books books;

  KeyedSteps(KeyedRequests keyed, Books books) {
    this.keyed = requireNonNull(keyed);
    this.books = requireNonNull(books);
  }

  /** The first answer again, when the key has one; else that of the steps, which get the key. */
  Future<Reply> run(Call call, Function<Optional<RequestKey>, Future<Reply>> steps) {
    Once<Reply> once = keyed.once(call, reply -> reply);
    if (once.key().isEmpty()) {
      return steps.apply(once.key());
    }
    return once.key().filter(books::isUsed).isPresent()
        ? books.make(once, (desk, now) -> again())
        : steps.apply(once.key()).compose(reply -> books.make(once, (desk, now) -> reply));
  }

  /** The key was forgotten this very moment. */
  private static Reply again() {
    throw RequestKeys.reused();
  }
}
