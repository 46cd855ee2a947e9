package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a buyer is told to do.
 *
 * @param redirectUrl the gateway's own page
 * @param vaNumbers accounts to transfer to
 * @param qrString the text of a QRIS code
 * @param expiresAt until when; empty when the gateway doesn't say
 */
public record PayInstructions(
    Optional<String> redirectUrl,
    List<VaNumber> vaNumbers,
    Optional<String> qrString,
    Optional<Instant> expiresAt) {
  /** Nothing: whoever takes the money tells the buyer. */
  public static final PayInstructions NONE =
      new PayInstructions(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

  public PayInstructions {
    requireNonNull(redirectUrl);
    vaNumbers = List.copyOf(vaNumbers);
    requireNonNull(qrString);
    requireNonNull(expiresAt);
  }

  /** A virtual account at a bank: {@code bca}. */
  public record VaNumber(String bank, String vaNumber) {
    public VaNumber {
      requireNonNull(bank);
      requireNonNull(vaNumber);
    }
  }
}
