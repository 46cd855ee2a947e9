package id.tixgo.notification.mail;

import static java.util.Objects.requireNonNull;

import id.tixgo.notification.domain.KnownEvent;
import id.tixgo.notification.domain.Letter;
import java.util.Optional;

/**
 * What a letter's words are made of.
 *
 * @param name what its reader is called
 * @param event the one that it is about, as it is now
 * @param enclosed whether its files go with it
 * @param token the secret that it brings; empty for one who only looks
 * @param pages where Portal is; empty where nobody said
 */
record LetterFacts(
    Letter letter,
    String name,
    Optional<KnownEvent> event,
    boolean enclosed,
    Optional<String> token,
    Optional<String> pages) {
  LetterFacts {
    requireNonNull(letter);
    requireNonNull(name);
    requireNonNull(event);
    requireNonNull(token);
    requireNonNull(pages);
  }

  /** The event's title, or other words where it isn't known. */
  String title(String otherwise) {
    return event.map(KnownEvent::title).orElse(otherwise);
  }

  String value(String name) {
    return letter.value(name).orElse("");
  }

  /** The secret, or that it isn't shown. */
  String shownToken() {
    return token.orElse("…");
  }

  /** A button to a page of Portal. */
  Optional<MailPage.Button> button(String label, String page) {
    return pages.map(base -> new MailPage.Button(label, base + "/#/" + page));
  }

  /** A button to the booking that it is about. */
  Optional<MailPage.Button> bookingButton(String label) {
    return button(label, "bookings/" + value(Letter.BOOKING));
  }
}
