package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import id.tixgo.common.overload.LoadClass;
import id.tixgo.common.service.ServiceDescriptors;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What each operation counts as when too much is asked. */
class LoadClassesTest {
  @Test
  void everyOperationShouldHaveOne() throws IOException {
    for (Operation operation : all()) {
      assertNotNull(operation.load(), operation.path() + " " + operation.id());
      LoadClass.of(operation.load());
    }
  }

  @Test
  void signsOfLifeAndWhatServicesAskEachOtherAloneShouldNeverBeShed() throws IOException {
    for (Operation operation : all()) {
      boolean own =
          operation.path().startsWith("/internal/") || operation.path().startsWith("/health");
      assertEquals(own, LoadClass.of(operation.load()) == LoadClass.ALWAYS, operation.path());
    }
  }

  @Test
  void whatMattersMostShouldBeShedLast() throws IOException {
    Map<String, Set<String>> classToOperations = new HashMap<>();
    for (Operation operation : all()) {
      classToOperations
          .computeIfAbsent(operation.load(), first -> new TreeSet<>())
          .add(operation.service() + "." + operation.id());
    }
    expect(
        classToOperations.get("check_ins"),
        "attendance.checkIn",
        "attendance.checkInBatch",
        "attendance.changes",
        "attendance.tickets",
        "identity.verifyToken",
        "attendance.forwardEventPost",
        "portal.checkIn",
        "portal.forwardAttendancePost");
    expect(
        classToOperations.get("payments"),
        "payment.checkout",
        "payment.paymentWebhook",
        "payment.gatewayWebhook",
        "wallet.debit",
        "wallet.createTransaction",
        "ticketing.confirmPayment");
    expect(classToOperations.get("bookings"), "ticketing.createBooking", "gateway.graphql");
    expect(classToOperations.get("reads"), "ticketing.shopEvents", "attendance.attendance");
    assertEquals(
        Set.of(
            "identity.login",
            "identity.register",
            "identity.changePassword",
            "identity.forgotPassword",
            "identity.resetPassword",
            "identity.addUser",
            "wallet.login",
            "wallet.register",
            "wallet.createUser",
            "portal.login",
            "portal.register",
            "portal.forwardIdentityPost"),
        classToOperations.get("log_ins"));
  }

  private record Operation(String service, String path, String id, String load) {}

  private static void expect(Set<String> operations, String... wanted) {
    assertEquals(
        List.of(), List.of(wanted).stream().filter(one -> !operations.contains(one)).toList());
  }

  private static List<Operation> all() throws IOException {
    List<Operation> all = new ArrayList<>();
    List<String> contracts = new ArrayList<>(ServiceDescriptors.names());
    contracts.add("_common");
    for (String name : contracts) {
      JsonObject paths = contract(name).getJsonObject("paths");
      paths.forEach(
          path ->
              ((JsonObject) path.getValue())
                  .forEach(one -> all.add(read(name, path.getKey(), (JsonObject) one.getValue()))));
    }
    return all;
  }

  private static Operation read(String service, String path, JsonObject model) {
    return new Operation(
        service, path, model.getString("operationId"), model.getString(LoadClass.EXTENSION));
  }

  private static JsonObject contract(String name) throws IOException {
    try (InputStream file =
        LoadClassesTest.class.getResourceAsStream("/openapi/" + name + ".json")) {
      return new JsonObject(Buffer.buffer(file.readAllBytes()));
    }
  }
}
