package id.tixgo.notification.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Role;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The rules of organisers' own words: admins write any event's, organisers their own. */
public final class EventWords {
  private final WordsStore store;
  private final BiConsumer<OwnWords, KnownEvent> check;
  private final Clock clock;

  /**
   * @param check fails for words that no mail can be written with
   */
  public EventWords(WordsStore store, BiConsumer<OwnWords, KnownEvent> check, Clock clock) {
    this.store = requireNonNull(store);
    this.check = requireNonNull(check);
    this.clock = requireNonNull(clock);
  }

  /** Fails with {@code NOT_FOUND} and {@code FORBIDDEN}. */
  public KnownEvent event(String id, Caller who) {
    KnownEvent event =
        store.event(id).orElseThrow(() -> Problem.notFound("There is no such event."));
    if (who.role() != Role.ADMIN && !event.createdBy().equals(Optional.of(who.username()))) {
      throw Problem.of(ProblemKind.FORBIDDEN, "That is another organiser's event.");
    }
    return event;
  }

  public List<OwnWords> of(KnownEvent event) {
    return store.words(event.id());
  }

  /** Such as they are to be kept. */
  public OwnWords draft(
      KnownEvent event, String language, Optional<String> subject, Optional<String> text) {
    OwnWords words = new OwnWords(event.id(), language, subject, text, Timestamps.now(clock));
    check.accept(words, event);
    return words;
  }

  public Future<OwnWords> put(OwnWords draft) {
    return store.put(draft);
  }

  public Future<OwnWords> remove(KnownEvent event, String language) {
    return store.remove(event.id(), language);
  }
}
