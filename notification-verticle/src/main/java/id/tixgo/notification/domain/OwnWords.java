package id.tixgo.notification.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;

/**
 * What an organiser says in the ticket mails of an event, in one language.
 *
 * @param language a BCP 47 tag: {@code id}
 * @param subject in the place of TixGo's own; with variables, as {@code text}
 * @param text a paragraph after TixGo's own
 */
public record OwnWords(
    String eventId,
    String language,
    Optional<String> subject,
    Optional<String> text,
    Instant updatedAt)
    implements Shareable {
  public OwnWords {
    requireNonNull(eventId);
    requireNonNull(language);
    requireNonNull(subject);
    requireNonNull(text);
    requireNonNull(updatedAt);
  }
}
