package id.tixgo.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.wallet.Counter.Person;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where Wallet is reached: below {@code /wallet} at Gateway, and at its second port. */
class BelowGatewayIT {
  private static final String SECOND = FreePort.next();

  @Test
  void allButWhatIsInternalShouldBeShown() throws Exception {
    try (Counter counter =
        new Counter(List.of("identity", "wallet", "gateway"), "WALLET_TRANSFERS_PORT", SECOND)) {
      Person from = counter.newPerson(1000);
      Person to = counter.newPerson();
      ServiceApi gateway = counter.system.gateway();
      for (String version : List.of("", "/api/v1")) {
        ServiceApi own = gateway.as(from.token());
        own.get(version + "/wallet" + from.path() + "/balance").expect(200);
        String made =
            own.post(version + "/wallet/transactions", Counter.draft(from, to, 1))
                .expect(201)
                .header("Location")
                .orElseThrow();
        assertTrue(made.startsWith(version + "/wallet/transactions/"), made);
        own.get(made).expect(200);
      }
      ServiceApi house = gateway.with("X-Service-Token", RunningSystem.SERVICE_TOKEN);
      house.get("/wallet/users").expect(401, "UNAUTHORIZED");
      house.get("/wallet/internal" + from.path()).expect(404, "NOT_FOUND");
      JsonObject paths = gateway.get("/openapi.json").expect(200).json().getJsonObject("paths");
      assertTrue(paths.containsKey("/wallet/users/{id}/topup"));
      assertTrue(paths.fieldNames().stream().noneMatch(path -> path.contains("/internal/")));
      assertEquals(200, statusAtSecondPort("/transactions"));
    }
  }

  private static int statusAtSecondPort(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SECOND + path))
            .header("X-Service-Token", RunningSystem.SERVICE_TOKEN)
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
