package id.tixgo.notification.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.store.Store;
import id.tixgo.notification.domain.KnownEvent;
import id.tixgo.notification.domain.OwnWords;
import id.tixgo.notification.domain.WordsStore;
import id.tixgo.notification.store.WordsTable.OwnWordsRemoved;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Organisers' own words, changed through the store. */
public final class StoredWords implements WordsStore {
  private static final List<String> LANGUAGES = List.of("en", "id");

  private final NotificationState state;
  private final Store store;
  private final Context context;

  /**
   * @param context where answers are wanted
   */
  public StoredWords(NotificationState state, Store store, Context context) {
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
  }

  @Override
  public Optional<KnownEvent> event(String id) {
    return state.places.event(id);
  }

  @Override
  public List<OwnWords> words(String eventId) {
    return LANGUAGES.stream()
        .map(language -> state.words.get(eventId, language))
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public Future<OwnWords> put(OwnWords words) {
    return store.commit(
        context,
        entries -> {
          entries.add(words);
          return words;
        });
  }

  @Override
  public Future<OwnWords> remove(String eventId, String language) {
    return store.commit(
        context,
        entries -> {
          OwnWords known =
              state
                  .words
                  .staged(eventId, language)
                  .orElseThrow(() -> Problem.notFound("There are no words in that language."));
          entries.add(new OwnWordsRemoved(eventId, language));
          return known;
        });
  }
}
