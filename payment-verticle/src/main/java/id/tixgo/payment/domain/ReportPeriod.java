package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Of when a report tells.
 *
 * @param from the first moment; empty for the beginning
 * @param to the first moment after it; empty for now
 * @param zone whose days count
 */
public record ReportPeriod(Optional<Instant> from, Optional<Instant> to, ZoneId zone) {
  public ReportPeriod {
    requireNonNull(from);
    requireNonNull(to);
    requireNonNull(zone);
  }

  public boolean has(Instant at) {
    return from.filter(at::isBefore).isEmpty() && to.filter(end -> !at.isBefore(end)).isEmpty();
  }

  /** {@code 2026-11-26}. */
  public String day(Instant at) {
    return LocalDate.ofInstant(at, zone).toString();
  }
}
