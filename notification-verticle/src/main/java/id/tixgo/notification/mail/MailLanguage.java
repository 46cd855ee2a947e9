package id.tixgo.notification.mail;

import java.util.Locale;
import java.util.Optional;

/** The languages that mails are written in. */
enum MailLanguage {
  INDONESIAN("id"),
  ENGLISH("en");

  private final String tag;

  MailLanguage(String tag) {
    this.tag = tag;
  }

  /** English for who reads it, Indonesian for everybody else. */
  static MailLanguage of(Optional<String> locale) {
    return locale
        .map(Locale::forLanguageTag)
        .filter(known -> known.getLanguage().equals(ENGLISH.tag))
        .map(english -> ENGLISH)
        .orElse(INDONESIAN);
  }

  String tag() {
    return tag;
  }
}
