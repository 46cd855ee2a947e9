package id.tixgo.wallet.domain;

import java.util.Locale;

/** How far a transfer is. Only what is pending changes, and once. */
public enum TransferStatus {
  PENDING,
  COMPLETED,
  FAILED;

  private final String json = name().toLowerCase(Locale.ROOT);

  /** The name in JSON: {@code pending}. */
  public String json() {
    return json;
  }

  /** The status of a name in JSON. */
  public static TransferStatus of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
