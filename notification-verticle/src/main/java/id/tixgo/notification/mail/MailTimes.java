package id.tixgo.notification.mail;

import id.tixgo.notification.domain.KnownEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a language writes times. */
final class MailTimes {
  private final DateTimeFormatter moment;

  private MailTimes(DateTimeFormatter moment) {
    this.moment = moment;
  }

  static MailTimes of(MailLanguage language) {
    Locale locale = Locale.forLanguageTag(language.tag());
    String time = language == MailLanguage.ENGLISH ? "HH:mm" : "HH.mm";
    return new MailTimes(
        DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, " + time + " zzz", locale));
  }

  /** When an event begins, in its own zone. */
  String of(KnownEvent event) {
    return at(event.startTime(), event.timeZone());
  }

  String at(Instant time, String zone) {
    return moment.format(ZonedDateTime.ofInstant(time, ZoneId.of(zone)));
  }
}
