package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.http.Contract;
import id.tixgo.common.http.limits.RateLimit;
import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.Vertx;
import io.vertx.openapi.contract.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the contracts of all services say of limits. */
class LimitedOperationsTest {
  private static final Set<String> UNLIMITED = Set.of("health", "live", "readiness");

  private static Vertx vertx;
  private static List<Operation> operations;

  @BeforeAll
  static void read() {
    vertx = Vertx.vertx();
    operations =
        ServiceDescriptors.names().stream()
            .map(name -> RunningSystem.await(Contract.load(vertx, name)))
            .flatMap(contract -> contract.operations().stream())
            .toList();
  }

  @AfterAll
  static void close() {
    RunningSystem.await(vertx.close());
  }

  @Test
  void nothingButHealthAndWhatIsInternalShouldBeWithoutLimit() {
    for (Operation operation : operations) {
      boolean internal = operation.getOpenAPIPath().startsWith("/internal/");
      boolean free = internal || UNLIMITED.contains(operation.getOperationId());
      assertEquals(free, RateLimit.of(operation) == RateLimit.NONE, operation.getOperationId());
      if (!free) {
        assertNotNull(operation.getResponse(429), operation.getOperationId());
      }
    }
  }

  @Test
  void whatIsDearOrOpenShouldHaveItsOwn() {
    EnumSet<RateLimit> used = EnumSet.noneOf(RateLimit.class);
    operations.forEach(operation -> used.add(RateLimit.of(operation)));
    assertEquals(EnumSet.allOf(RateLimit.class), used);
    for (Operation operation : operations) {
      String path = operation.getOpenAPIPath();
      boolean posts = operation.getHttpMethod().name().equals("POST");
      expectIf(posts && path.endsWith("graphql"), RateLimit.GRAPHQL, operation);
      expectIf(path.startsWith("/shop/"), RateLimit.SHOP, operation);
      expectIf(path.startsWith("/webhooks/"), RateLimit.WEBHOOK, operation);
      expectIf(posts && path.matches(".*/checkins(/\\w+)?"), RateLimit.SCAN, operation);
      expectIf(
          posts && path.matches("/(checkout|orders|transactions|payments|users/\\{id}/topup)"),
          RateLimit.CHECKOUT,
          operation);
    }
  }

  private static void expectIf(boolean asked, RateLimit limit, Operation operation) {
    if (asked) {
      assertEquals(limit, RateLimit.of(operation), operation.getOperationId());
    }
  }

  @Test
  void readmeShouldTellOfEach() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    Stream.of(RateLimit.values())
        .filter(limit -> limit != RateLimit.NONE)
        .forEach(limit -> assertTrue(readme.contains("| `" + limit.json() + "` |"), limit.json()));
  }
}
