package id.tixgo.notification.mail;

import java.util.ArrayList;
import java.util.List;

/** A page as plain text. */
final class PageText {
  private PageText() {}

  static String of(MailPage page) {
    List<String> parts = new ArrayList<>();
    parts.add(page.heading());
    parts.addAll(page.paragraphs());
    if (!page.rows().isEmpty()) {
      parts.add(rows(page));
    }
    page.button().ifPresent(button -> parts.add(button.label() + ":\n" + button.url()));
    parts.add("-- \n" + page.footer());
    return String.join("\n\n", parts) + "\n";
  }

  private static String rows(MailPage page) {
    return String.join(
        "\n", page.rows().stream().map(row -> row.label() + ": " + row.value()).toList());
  }
}
