package id.tixgo.payment.client;

import static id.tixgo.payment.client.PaymentSamples.REFERENCE_IN_PATHS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.GatewayState;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MidtransCancelTest {
  private static final String CANCEL = "POST /v2/" + REFERENCE_IN_PATHS + "/cancel";
  private static final String STATUS = "GET /v2/" + REFERENCE_IN_PATHS + "/status";

  private final ScriptedGateway gateway = new ScriptedGateway();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void cancelShouldTellThatItIsCancelled() {
    gateway.answers(CANCEL, transaction("200", "cancel"));

    assertEquals(GatewayState.CANCELLED, known(cancel()).state());
    assertEquals("", gateway.only().body().toString());
  }

  @Test
  void cancelShouldTellWhatBecameOfItWhenItIsTooLate() {
    for (String code : List.of("412", "407")) {
      gateway.answers(CANCEL, "{\"status_code\":\"" + code + "\",\"status_message\":\"No\"}");
      gateway.answers(STATUS, transaction("200", "settlement"));
      assertEquals(GatewayState.PAID, known(cancel()).state());
    }
  }

  @Test
  void cancelShouldNotBeFoundWhenTheBuyerHasntChosenYet() {
    gateway.answers(CANCEL, "{\"status_code\":\"404\",\"status_message\":\"None\"}");

    assertEquals(new GatewayAnswer.NotFound(), cancel());
  }

  @Test
  void cancelShouldBeRefusedInPlainWords() {
    gateway.answers(CANCEL, 401, "{\"status_code\":\"401\",\"status_message\":\"Denied\"}");

    assertEquals(
        "Midtrans does not accept our server key.",
        assertInstanceOf(GatewayAnswer.Refused.class, cancel()).reason());
  }

  @Test
  void cancelShouldBeUnknownWhenTheAnswerSaysNothing() {
    for (String code : List.of("202", "429", "500", "")) {
      gateway.answers(CANCEL, "{\"status_code\":\"" + code + "\"}");
      assertInstanceOf(GatewayAnswer.Unknown.class, cancel());
    }
  }

  private static GatewayAnswer.Known known(GatewayAnswer answer) {
    return assertInstanceOf(GatewayAnswer.Known.class, answer);
  }

  private static String transaction(String code, String status) {
    return new JsonObject()
        .put("status_code", code)
        .put("transaction_id", "9aed5972-5b6a-401e-894b-a32c91ed1a3a")
        .put("gross_amount", "300000.00")
        .put("transaction_status", status)
        .encode();
  }

  private GatewayAnswer cancel() {
    return RunningSystem.await(gateway.midtrans().cancel(PaymentSamples.known()));
  }
}
