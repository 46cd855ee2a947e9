package id.tixgo.notification.domain;

import java.util.Locale;

/** What became of a notification. */
public enum MailStatus {
  PENDING,
  SENT,
  FAILED;

  /** The name in contracts and metrics. */
  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }
}
