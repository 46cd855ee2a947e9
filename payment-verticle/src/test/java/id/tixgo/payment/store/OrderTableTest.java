package id.tixgo.payment.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.MemoryStore;
import id.tixgo.common.store.Store;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class OrderTableTest {
  /** Its number is another's then. */
  @Test
  void anOrderThatIsNotStoredShouldBeNobodys(Vertx vertx) throws IOException {
    JsonFormat.install();
    PaymentBooks books = new PaymentBooks(vertx);
    MemoryStore store = new MemoryStore(vertx, books);
    store.open().await();
    Record lost = order(books, 1);
    Record stored = order(books, 2);
    assertThrows(IllegalStateException.class, add(vertx, store, lost, true)::await);
    add(vertx, store, stored, false).await();
    assertEquals(0, books.orders.list(Optional.of(1L)).count());
    assertEquals(1, books.orders.list(Optional.of(2L)).count());
  }

  private static Future<Record> add(Vertx vertx, Store store, Record entry, boolean fails) {
    return store.commit(
        vertx.getOrCreateContext(),
        entries -> {
          entries.add(entry);
          if (fails) {
            throw new IllegalStateException("the disk is full");
          }
          return entry;
        });
  }

  private static Record order(PaymentBooks books, long userId) throws IOException {
    JsonObject line = new JsonObject(line());
    line.getJsonObject("order")
        .getJsonObject("offer")
        .getJsonObject("payer")
        .put("user_id", userId);
    return books.types().parse(line.encode());
  }

  private static String line() throws IOException {
    var file = OrderTableTest.class.getResourceAsStream("/entries/payment.ndjson");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> line.startsWith("{\"order\"")).findFirst().orElseThrow();
    }
  }
}
