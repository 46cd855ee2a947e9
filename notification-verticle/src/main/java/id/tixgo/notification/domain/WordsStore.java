package id.tixgo.notification.domain;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Organisers' own words, and the events that they are of. */
public interface WordsStore {
  Optional<KnownEvent> event(String id);

  /** An event's, one a language. */
  List<OwnWords> words(String eventId);

  /** Keeps them in the place of those of the same language. */
  Future<OwnWords> put(OwnWords words);

  /** Fails with {@code NOT_FOUND}. */
  Future<OwnWords> remove(String eventId, String language);
}
