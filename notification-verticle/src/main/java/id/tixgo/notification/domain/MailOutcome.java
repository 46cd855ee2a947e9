package id.tixgo.notification.domain;

import java.util.Locale;

/** What came of an attempt to send a mail. */
public enum MailOutcome {
  SENT,
  /** Not taken now: it is tried again. */
  LATER,
  REFUSED,
  /** It was tried for long enough. */
  GIVEN_UP;

  /** The name in metrics. */
  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }
}
