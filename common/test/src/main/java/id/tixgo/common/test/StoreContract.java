package id.tixgo.common.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.Store;
import id.tixgo.common.test.Shelf.Book;
import id.tixgo.common.test.Shelf.Gone;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every store that keeps things must do, wherever it keeps them. */
public abstract class StoreContract {
  protected final Vertx vertx = Vertx.vertx();
  private final String name = "s" + UUID.randomUUID().toString().replace("-", "");

  @BeforeAll
  static void installFormat() {
    JsonFormat.install();
  }

  @AfterEach
  void closeVertx() {
    RunningSystem.await(vertx.close());
  }

  /** A store that isn't open, over what others of the projection's name have kept. */
  protected abstract Store store(Projection projection);

  private OpenShelf open() {
    Shelf shelf = new Shelf(vertx, name);
    return new OpenShelf(vertx, shelf, store(shelf));
  }

  @Test
  void openShouldBringBackEveryChange() {
    Map<String, String> before;
    try (OpenShelf opened = open()) {
      await(IntStream.range(0, 1000).mapToObj(i -> opened.add(new Book("b" + i % 100, "t" + i))));
      assertEquals(99, RunningSystem.await(opened.add(new Gone("b7"))));
      before = opened.shelf().all();
    }
    try (OpenShelf again = open()) {
      assertEquals(before, again.shelf().all());
    }
  }

  @Test
  void transactionsShouldSeeThoseBeforeThem() {
    try (OpenShelf opened = open()) {
      List<Integer> counts =
          await(IntStream.range(0, 500).mapToObj(i -> opened.add(new Book("b" + i, ""))));
      assertEquals(IntStream.rangeClosed(1, 500).boxed().toList(), counts);
    }
  }

  @Test
  void readersShouldSeeWhatIsAnswered() {
    try (OpenShelf opened = open()) {
      for (int i = 1; i <= 20; i++) {
        RunningSystem.await(opened.add(new Book("b" + i, "")));
        assertEquals(i, opened.shelf().all().size());
      }
    }
  }

  @Test
  void aTransactionThatRefusesShouldChangeNothing() {
    try (OpenShelf opened = open()) {
      Future<Object> refused =
          opened
              .store()
              .commit(
                  vertx.getOrCreateContext(),
                  entries -> {
                    throw new IllegalArgumentException("no");
                  });
      assertThrows(IllegalArgumentException.class, () -> RunningSystem.await(refused));
      assertEquals(1, RunningSystem.await(opened.add(new Book("a", ""))));
    }
  }

  @Test
  void textShouldComeBackAsItWas() {
    String odd = "\u0000 \\ \" ' { } \n \r \u2028 é 🎫 $1 \\u0000";
    try (OpenShelf opened = open()) {
      RunningSystem.await(opened.add(new Book(odd, odd)));
    }
    try (OpenShelf again = open()) {
      assertEquals(Map.of(odd, odd), again.shelf().all());
    }
  }

  @Test
  void answersShouldComeWhereTheyAreWanted() {
    try (OpenShelf opened = open()) {
      Context wanted = vertx.getOrCreateContext();
      Future<Context> where =
          opened.store().commit(wanted, entries -> 1).map(done -> Vertx.currentContext());
      assertSame(wanted, RunningSystem.await(where));
    }
  }

  private static <T> List<T> await(Stream<Future<T>> futures) {
    List<Future<T>> all = futures.toList();
    RunningSystem.await(Future.join(all));
    return all.stream().map(Future::result).toList();
  }
}
