package id.tixgo.simulator.pay;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import id.tixgo.common.qr.QrCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A pay page as HTML: no scripts, forms alone. */
final class PayHtml {
  static final String STYLES = "/pay/styles.css";

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s</title>
      <link rel="stylesheet" href="%2$s">
      </head>
      <body>
      <header>This is a simulator. No money moves.</header>
      <main>
      %3$s</main>
      </body>
      </html>
      """;

  private final PayView view;
  private final String path;

  PayHtml(PayView view, String path) {
    this.view = requireNonNull(view);
    this.path = requireNonNull(path);
  }

  static String styles() {
    try (InputStream in = PayHtml.class.getResourceAsStream("styles.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String notFound() {
    return PAGE.formatted("No such payment", STYLES, "<h1>There is no such payment</h1>\n");
  }

  /**
   * @param trouble why the last press of a button did nothing; empty if it did
   */
  String render(String trouble) {
    String main = head() + trouble(trouble) + instructions() + choices() + buttons() + back();
    return PAGE.formatted(escaped("Pay " + view.amount()), STYLES, main);
  }

  private String head() {
    return """
        <h1>Pay %s</h1>
        <p>Order %s, by %s</p>
        <p role="status"><strong>%s</strong></p>
        """
        .formatted(
            escaped(view.amount()),
            escaped(view.reference()),
            escaped(view.gateway()),
            escaped(view.state()));
  }

  private static String trouble(String trouble) {
    return trouble.isEmpty()
        ? ""
        : "<p class=\"trouble\" role=\"alert\">" + escaped(trouble) + "</p>\n";
  }

  private String instructions() {
    String lines =
        view.instructions().stream()
            .map(line -> "<li>" + escaped(line) + "</li>\n")
            .collect(joining());
    String list = lines.isEmpty() ? "" : "<ul>\n" + lines + "</ul>\n";
    return view.qrText().isEmpty() ? list : list + picture();
  }

  private String picture() {
    return "<div class=\"qr\" role=\"img\" aria-label=\"QR code to pay\">"
        + QrCode.forScreen(view.qrText()).svg()
        + "</div>\n";
  }

  private String choices() {
    if (view.methods().isEmpty()) {
      return "";
    }
    String buttons = view.methods().stream().map(PayHtml::choice).collect(joining());
    return """
        <h2 id="methods">How do you want to pay?</h2>
        <form method="post" action="%s/choose" class="methods" aria-labelledby="methods">
        %s</form>
        """
        .formatted(escaped(path), buttons);
  }

  private static String choice(PayView.Choice choice) {
    return "<button name=\"method\" value=\"%s\">%s</button>\n"
        .formatted(escaped(choice.method()), escaped(choice.label()));
  }

  private String buttons() {
    if (!view.isOpen()) {
      return "";
    }
    String bank =
        view.methods().isEmpty()
            ? button("pay", "Pay", " class=\"pay\"") + button("refuse", "Refuse", "")
            : "";
    return bank + button("expire", "Let it expire", "");
  }

  private String button(String move, String label, String attribute) {
    return """
        <form method="post" action="%s/%s"><button%s>%s</button></form>
        """
        .formatted(escaped(path), move, attribute, label);
  }

  private String back() {
    boolean isPage = view.backUrl().matches("(?i)https?://.*");
    return isPage
        ? "<p><a href=\"" + escaped(view.backUrl()) + "\">Back to the shop</a></p>\n"
        : "";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
