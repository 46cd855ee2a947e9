package id.tixgo.notification.mail;

import id.tixgo.common.time.TimeZones;
import id.tixgo.notification.domain.KnownEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What mails say, in one language. */
abstract class MailWords {
  private final MailLanguage language;
  private final String hello;
  private final String footer;
  final MailTimes times;

  MailWords(MailLanguage language, String hello, String footer) {
    this.language = language;
    this.hello = hello;
    this.footer = footer;
    this.times = MailTimes.of(language);
  }

  static MailWords of(MailLanguage language) {
    return switch (language) {
      case INDONESIAN -> new IndonesianWords();
      case ENGLISH -> new EnglishWords();
    };
  }

  /** The words above the text of what somebody wrote: a subject, and a greeting. */
  abstract MailPage message(String text);

  /**
   * Without a name: whoever gives a stranger's address, and words for a name, has us mail no word
   * of them.
   */
  final String greeting() {
    return hello + ",";
  }

  /** With the name of somebody who has tickets or has paid. */
  final String greeting(LetterFacts facts) {
    return (hello + " " + facts.name()).strip() + ",";
  }

  final MailPage letter(LetterFacts facts) {
    return switch (facts.letter().kind()) {
      case WELCOME -> welcome(facts);
      case TICKETS -> tickets(facts);
      case PAYMENT_RECEIVED -> paymentReceived(facts);
      case REFUND -> refund(facts);
      case TRANSFER_RECEIVED -> transferReceived(facts);
      case TRANSFER_SENT -> transferSent(facts);
      case WAITING_OFFER -> waitingOffer(facts);
      case EVENT_CHANGED -> eventChanged(facts);
      case EVENT_CANCELLED -> eventCancelled(facts);
      case PASSWORD -> password(facts);
    };
  }

  abstract MailPage welcome(LetterFacts facts);

  abstract MailPage tickets(LetterFacts facts);

  abstract MailPage paymentReceived(LetterFacts facts);

  abstract MailPage refund(LetterFacts facts);

  abstract MailPage transferReceived(LetterFacts facts);

  abstract MailPage transferSent(LetterFacts facts);

  abstract MailPage waitingOffer(LetterFacts facts);

  abstract MailPage eventChanged(LetterFacts facts);

  abstract MailPage eventCancelled(LetterFacts facts);

  abstract MailPage password(LetterFacts facts);

  /** What a row with an event, its time and its place is called. */
  abstract String[] eventLabels();

  final List<MailPage.Row> eventRows(LetterFacts facts) {
    List<MailPage.Row> rows = new ArrayList<>();
    String[] labels = eventLabels();
    facts
        .event()
        .ifPresent(
            event -> {
              rows.add(new MailPage.Row(labels[0], event.title()));
              rows.add(new MailPage.Row(labels[1], times.of(event)));
              event.place().ifPresent(place -> rows.add(new MailPage.Row(labels[2], place)));
            });
    return rows;
  }

  /** The event, and until when a place at it is held. */
  final List<MailPage.Row> offerRows(LetterFacts facts, String label) {
    List<MailPage.Row> rows = eventRows(facts);
    String zone = facts.event().map(KnownEvent::timeZone).orElse(TimeZones.USUAL);
    facts.letter().until().ifPresent(end -> rows.add(new MailPage.Row(label, times.at(end, zone))));
    return rows;
  }

  final String amount(LetterFacts facts) {
    return MailAmounts.of(facts.letter(), language);
  }

  final MailPage page(
      String subject,
      String heading,
      List<String> paragraphs,
      List<MailPage.Row> rows,
      Optional<MailPage.Button> button) {
    return new MailPage(language.tag(), subject, heading, paragraphs, rows, button, footer);
  }
}
