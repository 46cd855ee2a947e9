package id.tixgo.notification.mail;

import static java.util.Objects.requireNonNull;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import id.tixgo.notification.domain.Enclosure;
import id.tixgo.notification.domain.KnownEvent;
import id.tixgo.notification.domain.Letter;
import id.tixgo.notification.domain.LetterKind;
import id.tixgo.notification.domain.LetterSource;
import id.tixgo.notification.domain.Mail;
import id.tixgo.notification.domain.MailWriter;
import id.tixgo.notification.domain.Notification;
import id.tixgo.notification.domain.OwnWords;
import id.tixgo.notification.domain.Recipient;
import id.tixgo.notification.domain.TicketFiles;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Mails as HTML and as text, by templates that were compiled with TixGo. */
public final class WrittenMails implements MailWriter {
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+");

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          WrittenMails.class.getClassLoader(),
          "id.tixgo.notification.page");

  private final LetterSource source;
  private final TicketFiles files;
  private final UnaryOperator<String> tokenOf;
  private final Optional<String> pages;

  /**
   * @param tokenOf the secret token of the id of a request for another password
   * @param pages where Portal is; empty where nobody said, and then there are no links
   */
  public WrittenMails(
      LetterSource source,
      TicketFiles files,
      UnaryOperator<String> tokenOf,
      Optional<String> pages) {
    this.source = requireNonNull(source);
    this.files = requireNonNull(files);
    this.tokenOf = requireNonNull(tokenOf);
    this.pages = requireNonNull(pages);
  }

  /** What a letter says, in a sentence: its subject. */
  public static String summary(Letter letter, Optional<KnownEvent> event, Optional<String> locale) {
    LetterFacts facts =
        new LetterFacts(letter, "", event, true, Optional.empty(), Optional.empty());
    return MailWords.of(MailLanguage.of(locale)).letter(facts).subject();
  }

  @Override
  public Future<Mail> write(Notification notification, Recipient reader, String to) {
    MailLanguage language = MailLanguage.of(reader.locale());
    return enclosures(notification, language)
        .map(with -> mail(notification, reader, to, language, with));
  }

  @Override
  public Mail writeBare(Notification notification, Recipient reader, String to) {
    return mail(notification, reader, to, MailLanguage.of(reader.locale()), List.of());
  }

  private Future<List<Enclosure>> enclosures(Notification notification, MailLanguage language) {
    return notification
        .letter()
        .filter(letter -> letter.kind() == LetterKind.TICKETS)
        .flatMap(letter -> letter.value(Letter.BOOKING))
        .map(booking -> files.of(booking, language.tag()))
        .orElseGet(() -> Future.succeededFuture(List.of()));
  }

  /**
   * The page on which an admin sees the mail as it is, or will be, sent; without its files and its
   * secret.
   */
  public String preview(Notification notification, Recipient reader, String state) {
    String to = reader.email().orElse("nobody: the user has no e-mail address");
    MailLanguage language = MailLanguage.of(reader.locale());
    MailPage page = page(notification, reader, language, true, true);
    Mail mail = mail(notification.delivery().messageId(), page, to, List.of());
    return render("preview.jte", new MailPreview(mail, to, state));
  }

  /** A ticket mail with an organiser's own words; fails for words that can't be used. */
  public Mail sample(OwnWords own, KnownEvent event) {
    return mail("", OwnPages.sample(own, event, pages), "", List.of());
  }

  private Mail mail(
      Notification notification,
      Recipient reader,
      String to,
      MailLanguage language,
      List<Enclosure> with) {
    MailPage page = page(notification, reader, language, !with.isEmpty(), false);
    return mail(notification.delivery().messageId(), page, to, with);
  }

  private Mail mail(String messageId, MailPage page, String to, List<Enclosure> with) {
    return new Mail(
        messageId, to, oneLine(page.subject()), PageText.of(page), render("html.jte", page), with);
  }

  private MailPage page(
      Notification notification,
      Recipient reader,
      MailLanguage language,
      boolean enclosed,
      boolean shown) {
    MailWords words = MailWords.of(language);
    return notification
        .letter()
        .map(letter -> page(facts(letter, reader, enclosed, shown), words, language))
        .orElseGet(() -> words.message(notification.message()));
  }

  private MailPage page(LetterFacts facts, MailWords words, MailLanguage language) {
    MailPage ours = words.letter(facts);
    return facts
        .event()
        .filter(event -> facts.letter().kind() == LetterKind.TICKETS)
        .flatMap(event -> source.words(event.id(), language.tag()))
        .map(own -> OwnPages.of(ours, own, facts.event().orElseThrow(), facts.name()))
        .orElse(ours);
  }

  /**
   * @param shown whether it is for somebody else than its reader
   */
  private LetterFacts facts(Letter letter, Recipient reader, boolean enclosed, boolean shown) {
    return new LetterFacts(
        letter,
        reader.name(),
        letter.value(Letter.EVENT).flatMap(source::event),
        enclosed,
        letter.value(Letter.RESET).filter(id -> !shown).map(tokenOf),
        pages);
  }

  private String render(String template, Object shown) {
    StringOutput html = new StringOutput();
    templates.render(template, shown, html);
    return html.toString();
  }

  /** A header ends where a line does. */
  private static String oneLine(String text) {
    return CONTROLS.matcher(text).replaceAll(" ").strip();
  }
}
