package id.tixgo.payment.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import id.tixgo.payment.domain.WalletCredit;
import io.vertx.core.Future;

/** Top-ups at Wallet. */
final class WalletTopUps implements WalletCredit {
  private final WalletDoor door;

  WalletTopUps(WalletDoor door) {
    this.door = requireNonNull(door);
  }

  @Override
  public Future<Outcome> topUp(long userId, Money amount, String reference) {
    return NoAnswer.as(
        Outcome.Unknown::new,
        door.credit(userId, amount, "topup", reference).map(WalletTopUps::outcome));
  }

  @Override
  public Future<Outcome> giveUp(String reference) {
    return NoAnswer.as(
        Outcome.Unknown::new,
        door.giveUp(reference)
            .map(
                end ->
                    WalletDoor.isMade(end)
                        ? new Outcome.Credited()
                        : new Outcome.Refused("It is given up.")));
  }

  private static Outcome outcome(GatewayReply reply) {
    return reply.isSuccess()
        ? new Outcome.Credited()
        : new Outcome.Refused(reply.json().text("detail").orElse("Wallet refused."));
  }
}
