package id.tixgo.payment.client;

import static id.tixgo.payment.client.PaymentSamples.request;
import static id.tixgo.payment.client.PaymentSamples.rupiah;
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

class XenditCreateTest {
  private static final String CALL = "POST /v2/invoices";
  private static final String CREATED =
      """
      {"id": "65fc7522ff846905c2fc1c8d", "external_id": "TIX-8F2K4M7Q3D~1", "status": "PENDING",
       "amount": 300000, "expiry_date": "2026-11-26T17:45:05.578Z",
       "invoice_url": "https://checkout.xendit.co/v2/65fc7522ff846905c2fc1c8d",
       "available_banks": [{"bank_code": "BCA", "bank_account_number": "1076"}], "new": 1}
      """;

  private final ScriptedGateway gateway = new ScriptedGateway();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void createShouldSendAllThatXenditKnows() {
    gateway.answers(CALL, CREATED);

    create(request(PaymentMethod.EWALLET));

    assertEquals(
        new JsonObject(
            """
            {"external_id": "TIX-8F2K4M7Q3D~1", "amount": 300000, "currency": "IDR",
             "description": "Regular", "invoice_duration": 900,
             "payer_email": "siti@tixgo.example",
             "payment_methods": ["OVO", "DANA", "SHOPEEPAY", "LINKAJA"],
             "success_redirect_url": "https://tixgo.example/orders/1",
             "failure_redirect_url": "https://tixgo.example/orders/1",
             "items": [{"name": "Regular", "quantity": 2, "price": 150000}]}
            """),
        gateway.only().json());
    assertEquals(
        "Basic U0ItTWlkLXNlcnZlci1URVNUOg==", gateway.only().headers().get("Authorization"));
  }

  @Test
  void createShouldTellWhereToPay() {
    gateway.answers(CALL, CREATED);

    CreateAnswer.Waiting waiting =
        assertInstanceOf(CreateAnswer.Waiting.class, create(request(PaymentMethod.QRIS)));

    assertEquals(Optional.of("65fc7522ff846905c2fc1c8d"), waiting.gatewayId());
    assertEquals(
        Optional.of("https://checkout.xendit.co/v2/65fc7522ff846905c2fc1c8d"),
        waiting.instructions().redirectUrl());
    assertEquals(
        Optional.of(Instant.parse("2026-11-26T17:45:05.578Z")), waiting.instructions().expiresAt());
  }

  @Test
  void createShouldOfferTheMethodsChannelsAlone() {
    assertEquals(List.of("QRIS"), channels(PaymentMethod.QRIS));
    assertEquals(List.of("CREDIT_CARD"), channels(PaymentMethod.CREDIT_CARD));
    assertEquals(
        List.of("BCA", "BNI", "BRI", "MANDIRI", "PERMATA"), channels(PaymentMethod.BANK_TRANSFER));
    assertEquals(List.of("ALFAMART", "INDOMARET"), channels(PaymentMethod.CONVENIENCE_STORE));
  }

  private static List<?> channels(PaymentMethod method) {
    return new InvoiceRequest(request(method)).json().getJsonArray("payment_methods").getList();
  }

  @Test
  void createShouldLeaveOutItemsThatDontAddUp() {
    JsonObject json =
        new InvoiceRequest(
                request(PaymentMethod.QRIS, rupiah(300_000), List.of(), Duration.ofMinutes(-1)))
            .json();

    assertFalse(json.containsKey("items"));
    assertEquals(PaymentSamples.REFERENCE, json.getString("description"));
    assertEquals(1, json.getInteger("invoice_duration"));
  }

  @Test
  void createShouldRefuseWhatXenditWouldCut() {
    for (Money amount : List.of(new Money(30_000_050, "IDR"), new Money(1250, "PHP"))) {
      assertInstanceOf(
          CreateAnswer.Refused.class,
          create(request(PaymentMethod.QRIS, amount, List.of(), Duration.ofMinutes(15))));
    }
    assertInstanceOf(CreateAnswer.Refused.class, create(request(PaymentMethod.MANUAL)));
    assertEquals(List.of(), gateway.calls());
  }

  @Test
  void createShouldTellWhyXenditRefuses() {
    gateway.answers(CALL, 400, "{\"error_code\":\"EMAIL_FORMAT_ERROR\",\"message\":\"Bad\"}");
    assertEquals("Xendit says: Bad", reason());
    gateway.answers(CALL, 400, "{\"error_code\":\"UNAVAILABLE_PAYMENT_METHOD_ERROR\"}");
    assertTrue(reason().contains("isn't set up"));
    gateway.answers(CALL, 403, "{\"error_code\":\"ACCESS_SUSPENDED\",\"message\":\"Bad\"}");
    assertTrue(reason().contains("suspended"));
    gateway.answers(CALL, 401, "{\"error_code\":\"INVALID_API_KEY\",\"message\":\"Bad\"}");
    assertEquals("Xendit does not accept our secret key.", reason());
  }

  private String reason() {
    CreateAnswer answer = create(request(PaymentMethod.QRIS));
    return assertInstanceOf(CreateAnswer.Refused.class, answer).reason();
  }

  @Test
  void createShouldBeUnknownWhenTheAnswerSaysNothing() {
    for (int status : List.of(200, 202, 302, 404, 429, 500)) {
      gateway.answers(CALL, status, "{\"message\":\"?\"}");
      assertInstanceOf(CreateAnswer.Unknown.class, create(request(PaymentMethod.QRIS)));
    }
    gateway.answers(CALL, 400, "{\"error_code\":\"DUPLICATE_ERROR\",\"message\":\"?\"}");
    assertInstanceOf(CreateAnswer.Unknown.class, create(request(PaymentMethod.QRIS)));
  }

  private CreateAnswer create(PaymentRequest request) {
    return RunningSystem.await(gateway.xendit().create(request));
  }
}
