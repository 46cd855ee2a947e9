package id.tixgo.wallet.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.wallet.domain.Movements;
import id.tixgo.wallet.domain.WalletMovement;
import id.tixgo.wallet.domain.WalletRefusals;
import id.tixgo.wallet.domain.Wallets;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** {@code /internal/movements}: what became of a movement, by the name that a service gave it. */
final class MovementsHandler {
  private final Wallets wallets;

  private record MovementJson(
      long number,
      long userId,
      String purpose,
      BigDecimal amount,
      BigDecimal balance,
      String reference,
      Instant at) {
    static MovementJson of(WalletMovement movement) {
      return new MovementJson(
          movement.number(),
          movement.userId(),
          movement.kind().name().toLowerCase(Locale.ROOT),
          BalanceJson.major(movement.minor()),
          BalanceJson.major(movement.available()),
          movement.reference().orElseThrow(),
          movement.at());
    }
  }

  /**
   * @param movement null where none was made
   */
  private record GivenUpJson(
      boolean made, @JsonInclude(JsonInclude.Include.NON_NULL) MovementJson movement) {}

  MovementsHandler(Wallets wallets) {
    this.wallets = requireNonNull(wallets);
  }

  void register(Api api) {
    api.on("getMovement", this::get);
    api.on("giveUpMovement", this::giveUp);
  }

  private Future<Reply> get(Call call) {
    return Future.succeededFuture(
        wallets
            .movementOf(call.path("reference"))
            .map(movement -> Reply.json(200, MovementJson.of(movement)))
            .orElseThrow(WalletRefusals::movementNotFound));
  }

  private Future<Reply> giveUp(Call call) {
    return wallets
        .take(Movements.giveUp(call.path("reference")))
        .map(made -> Reply.json(200, json(made)));
  }

  private static GivenUpJson json(Optional<WalletMovement> made) {
    return new GivenUpJson(made.isPresent(), made.map(MovementJson::of).orElse(null));
  }
}
