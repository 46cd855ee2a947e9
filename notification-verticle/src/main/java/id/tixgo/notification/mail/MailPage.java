package id.tixgo.notification.mail;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a mail shows, in one language. Its words may be anybody's: whoever writes it as HTML escapes
 * them.
 *
 * @param language a BCP 47 tag
 * @param rows facts, one a line
 * @param button where the reader can go on
 */
public record MailPage(
    String language,
    String subject,
    String heading,
    List<String> paragraphs,
    List<Row> rows,
    Optional<Button> button,
    String footer) {
  public MailPage {
    requireNonNull(language);
    requireNonNull(subject);
    requireNonNull(heading);
    paragraphs = List.copyOf(paragraphs);
    rows = List.copyOf(rows);
    requireNonNull(button);
    requireNonNull(footer);
  }

  /** The same with another subject and other paragraphs. */
  MailPage with(String otherSubject, List<String> otherParagraphs) {
    return new MailPage(language, otherSubject, heading, otherParagraphs, rows, button, footer);
  }

  /** A fact: what it is, and it. */
  public record Row(String label, String value) {
    public Row {
      requireNonNull(label);
      requireNonNull(value);
    }
  }

  /** A link: its words, and where it leads. */
  public record Button(String label, String url) {
    public Button {
      requireNonNull(label);
      requireNonNull(url);
    }
  }
}
