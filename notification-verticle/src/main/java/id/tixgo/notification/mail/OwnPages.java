package id.tixgo.notification.mail;

import id.tixgo.common.problem.Problem;
import id.tixgo.notification.domain.KnownEvent;
import id.tixgo.notification.domain.Letter;
import id.tixgo.notification.domain.LetterKind;
import id.tixgo.notification.domain.OwnWords;
import io.pebbletemplates.pebble.error.PebbleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts an organiser's own words into a page: its subject, and a paragraph after TixGo's own. */
public final class OwnPages {
  private static final Logger LOG = LoggerFactory.getLogger(OwnPages.class);
  private static final String SUBJECT = "body.subject";
  private static final String TEXT = "body.text";
  private static final int LONGEST_SUBJECT = 200;

  /** The longest name that a mail greets by. */
  private static final String SOMEBODY =
      "Siti Aminah Kusumawardhani Hadiningrat Tjokroaminoto Wijaya";

  private OwnPages() {}

  /** Of what an organiser's words may speak. */
  public static List<String> variables() {
    return WordsTemplate.VARIABLES;
  }

  /** Fails with {@code VALIDATION_ERROR} for words that no mail can be written with. */
  public static void check(OwnWords own, KnownEvent event) {
    sample(own, event, Optional.empty());
  }

  /** Such as somebody with tickets may read. */
  static MailPage sample(OwnWords own, KnownEvent event, Optional<String> pages) {
    LetterFacts facts =
        new LetterFacts(
            Letter.of(LetterKind.TICKETS, Map.of(Letter.BOOKING, "…")),
            SOMEBODY,
            Optional.of(event),
            true,
            Optional.empty(),
            pages);
    MailWords words = MailWords.of(MailLanguage.of(Optional.of(own.language())));
    return written(words.letter(facts), own, event, SOMEBODY);
  }

  /** With TixGo's own words where the others can't be used: no mail is lost by them. */
  static MailPage of(MailPage ours, OwnWords own, KnownEvent event, String name) {
    try {
      return written(ours, own, event, name);
    } catch (Problem unusable) {
      LOG.warn("the own words of event {} can't be used: {}", event.id(), unusable.getMessage());
      return ours;
    } catch (RuntimeException failure) {
      LOG.warn("the own words of event {} can't be used", event.id(), failure);
      return ours;
    }
  }

  /** Fails with {@code VALIDATION_ERROR}. */
  static MailPage written(MailPage ours, OwnWords own, KnownEvent event, String name) {
    Map<String, Object> values = values(ours, event, name);
    Optional<String> subject =
        own.subject()
            .map(text -> rendered(text, SUBJECT, values).replaceAll("\\s+", " "))
            .map(OwnPages::beginning)
            .filter(text -> !text.isBlank());
    List<String> paragraphs = new ArrayList<>(ours.paragraphs());
    own.text()
        .map(text -> rendered(text, TEXT, values).replaceAll("\n{3,}", "\n\n"))
        .filter(text -> !text.isBlank())
        .ifPresent(words -> paragraphs.addAll(List.of(words.split("\n\n"))));
    return ours.with(subject.orElse(ours.subject()), paragraphs);
  }

  private static Map<String, Object> values(MailPage page, KnownEvent event, String name) {
    String date = MailTimes.of(MailLanguage.of(Optional.of(page.language()))).of(event);
    return Map.of(
        "name", name, "event", event.title(), "date", date, "place", event.place().orElse(""));
  }

  private static String rendered(String text, String place, Map<String, Object> values) {
    String lines = text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    try {
      return WordsTemplate.of(lines, place).render(values).strip();
    } catch (PebbleException e) {
      throw Problem.invalid(place, "what comes of it is too long", "template");
    }
  }

  private static String beginning(String subject) {
    int end = Math.min(LONGEST_SUBJECT, subject.codePointCount(0, subject.length()));
    return subject.substring(0, subject.offsetByCodePoints(0, end));
  }
}
