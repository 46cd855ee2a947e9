package id.tixgo.wallet.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tixgo.wallet.domain.Rupiah;
import id.tixgo.wallet.domain.Transfer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A transfer.
 *
 * @param createdAt null where it was changed just now, which is when {@code updatedAt} isn't
 */
record TransferJson(
    long id,
    long senderId,
    long receiverId,
    BigDecimal amount,
    String status,
    String description,
    @JsonInclude(JsonInclude.Include.NON_NULL) Instant createdAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) Instant updatedAt) {
  static TransferJson of(Transfer transfer) {
    return of(transfer, Optional.of(transfer.createdAt()), Optional.empty());
  }

  static TransferJson changed(Transfer transfer) {
    return of(transfer, Optional.empty(), Optional.of(transfer.updatedAt()));
  }

  private static TransferJson of(
      Transfer transfer, Optional<Instant> created, Optional<Instant> updated) {
    return new TransferJson(
        transfer.id(),
        transfer.senderId(),
        transfer.receiverId(),
        Rupiah.of(transfer.minor()).major(),
        transfer.status().json(),
        transfer.description().orElse(null),
        created.orElse(null),
        updated.orElse(null));
  }
}
