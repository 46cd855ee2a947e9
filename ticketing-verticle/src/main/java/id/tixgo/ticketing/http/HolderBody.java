package id.tixgo.ticketing.http;

import id.tixgo.common.text.Blanks;
import id.tixgo.ticketing.domain.Holder;
import java.util.Optional;

/** A person as clients name one. */
record HolderBody(String name, String email) {
  Holder holder() {
    return new Holder(text(name), text(email));
  }

  /** One line: of a name with line breaks another header of a mail could be made. */
  static Optional<String> text(String given) {
    return Optional.ofNullable(given)
        .map(text -> text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " "))
        .map(Blanks::cut)
        .filter(text -> !text.isEmpty());
  }
}
