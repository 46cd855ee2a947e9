package id.tixgo.notification.domain;

import java.util.Optional;

/** Says in a sentence what a letter says. */
@FunctionalInterface
public interface LetterSummary {
  /**
   * What the letter says.
   *
   * @param locale the reader's language, where that is known
   */
  String of(Letter letter, Optional<KnownEvent> event, Optional<String> locale);
}
