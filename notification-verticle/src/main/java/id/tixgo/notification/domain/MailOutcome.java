package id.tixgo.notification.domain;

import java.util.Locale;

/** What came of an attempt to send a mail. */
public enum MailOutcome {
  SENT,
  /** Not taken now, as far as is known: it is tried again. */
  LATER,
  REFUSED,
  /** It was tried for long enough. */
  GIVEN_UP;

  static MailOutcome of(Notification tried, Posted posted) {
    if (posted instanceof Posted.Later || posted instanceof Posted.Unsure) {
      return tried.isPending() ? LATER : GIVEN_UP;
    }
    return posted instanceof Posted.Refused ? REFUSED : SENT;
  }

  /** The name in metrics. */
  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }
}
