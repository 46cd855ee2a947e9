package id.tixgo.payment.client;

import static id.tixgo.payment.client.PaymentSamples.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.money.Money;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.payment.domain.CreateAnswer;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.PaymentRequest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MidtransCreateTest {
  private static final String CALL = "POST /snap/v1/transactions";
  private static final String PAGE = "https://app.sandbox.midtrans.com/snap/v3/redirection/66e4";
  private static final String CREATED =
      "{\"token\":\"66e4\",\"redirect_url\":\"" + PAGE + "\",\"new\":[{}]}";

  private final ScriptedGateway gateway = new ScriptedGateway();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void createShouldSendAllThatSnapKnows() {
    gateway.answers(CALL, 201, CREATED);

    create(request(PaymentMethod.QRIS));

    assertEquals(
        new JsonObject(
            """
            {"transaction_details": {"order_id": "TIX-8F2K4M7Q3D~1", "gross_amount": 300000},
             "item_details": [
               {"id": "regular", "name": "Regular", "price": 150000, "quantity": 2}],
             "customer_details": {"first_name": "siti", "email": "siti@tixgo.example"},
             "enabled_payments": ["other_qris", "gopay"],
             "callbacks": {"finish": "https://tixgo.example/orders/1"},
             "expiry": {
               "start_time": "2026-11-27 00:30:05 +0700", "unit": "minute", "duration": 15}}
            """),
        gateway.only().json());
    assertEquals(
        "Basic U0ItTWlkLXNlcnZlci1URVNUOg==", gateway.only().headers().get("Authorization"));
    assertEquals("application/json", gateway.only().headers().get("Accept"));
    assertEquals("application/json", gateway.only().headers().get("Content-Type"));
    assertFalse(gateway.only().headers().contains("X-Override-Notification"));
  }

  @Test
  void createShouldTellWhereToPay() {
    gateway.answers(CALL, 201, CREATED);

    CreateAnswer.Waiting waiting =
        assertInstanceOf(CreateAnswer.Waiting.class, create(request(PaymentMethod.QRIS)));

    assertEquals(Optional.of(PAGE), waiting.instructions().redirectUrl());
    assertEquals(
        Optional.of(Instant.parse("2026-11-26T17:45:05Z")), waiting.instructions().expiresAt());
    assertEquals(Optional.empty(), waiting.gatewayId());
    assertTrue(waiting.text().contains(PAGE));
  }

  @Test
  void createShouldSayWhereNotificationsGoWhenThatIsSet() {
    gateway.answers(CALL, 201, CREATED);

    RunningSystem.await(
        new MidtransGateway(
                gateway.http("Midtrans"),
                gateway.http("Midtrans"),
                Optional.of("https://tixgo.example/webhooks/payment/midtrans"))
            .create(request(PaymentMethod.QRIS)));

    assertEquals(
        "https://tixgo.example/webhooks/payment/midtrans",
        gateway.only().headers().get("X-Override-Notification"));
  }

  @Test
  void createShouldRefuseWhatSnapCantTakeWithoutAsking() {
    for (Money amount : List.of(new Money(30_000_050, "IDR"), new Money(300, "USD"))) {
      assertInstanceOf(
          CreateAnswer.Refused.class,
          create(request(PaymentMethod.QRIS, amount, List.of(), Duration.ofMinutes(15))));
    }
    assertInstanceOf(CreateAnswer.Refused.class, create(request(PaymentMethod.CASH)));
    assertEquals(List.of(), gateway.calls());
  }

  @Test
  void createShouldTellWhySnapRefuses() {
    gateway.answers(CALL, 400, "{\"error_messages\":[\"customer_details.email is invalid\"]}");

    CreateAnswer.Refused refused =
        assertInstanceOf(CreateAnswer.Refused.class, create(request(PaymentMethod.QRIS)));

    assertEquals("Midtrans says: customer_details.email is invalid", refused.reason());
  }

  @Test
  void createShouldBeUnknownWhenTheNameIsTaken() {
    gateway.answers(
        CALL,
        400,
        "{\"error_messages\":[\"transaction_details.order_id has already been taken\"]}");

    assertInstanceOf(CreateAnswer.Unknown.class, create(request(PaymentMethod.QRIS)));
  }

  @Test
  void createShouldSayThatTheKeyIsWrongAndNotTheKey() {
    gateway.answers(
        CALL,
        401,
        "{\"error_messages\":[\"Access denied due to unauthorized transaction\",\"Visit …\"]}");

    CreateAnswer.Refused refused =
        assertInstanceOf(CreateAnswer.Refused.class, create(request(PaymentMethod.QRIS)));

    assertEquals("Midtrans does not accept our server key.", refused.reason());
    assertFalse(refused.toString().contains(ScriptedGateway.KEY.value()));
  }

  @Test
  void createShouldBeUnknownWhenTheAnswerSaysNothing() {
    for (int status : List.of(200, 202, 301, 404, 429, 500, 503)) {
      gateway.answers(CALL, status, status == 404 ? "<html>" : "{\"locale\":\"en\"}");
      assertInstanceOf(
          CreateAnswer.Unknown.class, create(request(PaymentMethod.QRIS)), () -> "" + status);
    }
  }

  @Test
  void createShouldBeUnknownWhenItRunsAlready() {
    gateway.answers(CALL, 202, CREATED);

    assertInstanceOf(CreateAnswer.Unknown.class, create(request(PaymentMethod.QRIS)));
  }

  private CreateAnswer create(PaymentRequest request) {
    return RunningSystem.await(gateway.midtrans().create(request));
  }
}
