package id.tixgo.notification.domain;

import java.util.Optional;

/** What letters tell of. */
public interface LetterSource {
  Optional<KnownEvent> event(String id);

  /** What its organiser says himself, in a language. */
  Optional<OwnWords> words(String eventId, String language);
}
