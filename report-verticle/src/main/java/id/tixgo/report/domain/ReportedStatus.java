package id.tixgo.report.domain;

import java.util.Locale;

/** How far a transfer is, as Wallet told last. */
public enum ReportedStatus {
  PENDING,
  COMPLETED,
  FAILED,

  /** It failed, and Wallet shows it to nobody. */
  TAKEN_BACK;

  private final String json = name().toLowerCase(Locale.ROOT);

  /** The name in JSON: {@code pending}. */
  public String json() {
    return json;
  }

  /** The status of a name in JSON. */
  public static ReportedStatus of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
