package id.tixgo.payment.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import id.tixgo.common.config.Env;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.money.Money;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.payment.domain.KnownPayment;
import id.tixgo.payment.domain.RefundAnswer;
import id.tixgo.payment.domain.RefundRequest;
import id.tixgo.payment.domain.WalletCredit.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Wallet refuses counts as refused once nothing comes under its name any more. */
class WalletDoorTest {
  private static final String CREDIT = "PUT /internal/users/7/balance";
  private static final String GIVE_UP = "POST /internal/movements/TIX-A/give-up";
  private static final String MADE =
      "{\"made\":true,\"movement\":{\"amount\":1000,\"purpose\":\"topup\"}}";
  private static final Money AMOUNT = new Money(1000, "IDR");

  private final ScriptedGateway wallet = new ScriptedGateway();
  private WalletDoor door;

  @BeforeEach
  void open() {
    HttpConfig http = HttpConfig.from(new Env(Map.of()));
    door = WalletDoor.of(wallet.vertx(), new GatewaysConfig.Wallets(wallet.base(), http), 5000);
    wallet.answers(CREDIT, 404, "{\"code\":\"NOT_FOUND\",\"detail\":\"User not found\"}");
  }

  @AfterEach
  void close() {
    wallet.close();
  }

  private Outcome topUp() {
    return RunningSystem.await(new WalletTopUps(door).topUp(7, AMOUNT, "TIX-A"));
  }

  private RefundAnswer refund() {
    KnownPayment payment = new KnownPayment("TIX-1~1", Optional.empty());
    return RunningSystem.await(
        new WalletGateway(door)
            .refund(new RefundRequest(payment, 7, "TIX-A", AMOUNT, true, "asked")));
  }

  @Test
  void whatIsThereShouldNotBeGivenUp() {
    wallet.answers(CREDIT, "{\"id\":7,\"balance\":1000}");
    assertInstanceOf(Outcome.Credited.class, topUp());
    assertInstanceOf(RefundAnswer.Known.class, refund());
    assertEquals(List.of(CREDIT, CREDIT), wallet.calls());
  }

  @Test
  void whatIsRefusedAndGivenUpShouldBeRefused() {
    wallet.answers(GIVE_UP, "{\"made\":false}");
    assertEquals(new Outcome.Refused("User not found"), topUp());
    assertInstanceOf(RefundAnswer.Refused.class, refund());
    assertEquals(List.of(CREDIT, GIVE_UP, CREDIT, GIVE_UP), wallet.calls());
  }

  /** An earlier call came after its own answer was waited for. */
  @Test
  void whatAnEarlierCallBroughtShouldBeThere() {
    wallet.answers(GIVE_UP, MADE);
    assertInstanceOf(Outcome.Credited.class, topUp());
    assertInstanceOf(RefundAnswer.Known.class, refund());
  }

  @Test
  void whatIsRefusedAndNotGivenUpShouldBeUnknown() {
    wallet.answers(GIVE_UP, 503, "{}");
    assertInstanceOf(Outcome.Unknown.class, topUp());
    assertInstanceOf(RefundAnswer.Unknown.class, refund());
  }

  @Test
  void whatIsGivenUpShouldBeTold() {
    wallet.answers(GIVE_UP, MADE);
    assertInstanceOf(
        Outcome.Credited.class, RunningSystem.await(new WalletTopUps(door).giveUp("TIX-A")));
    wallet.answers(GIVE_UP, "{\"made\":false}");
    assertInstanceOf(
        Outcome.Refused.class, RunningSystem.await(new WalletTopUps(door).giveUp("TIX-A")));
  }
}
