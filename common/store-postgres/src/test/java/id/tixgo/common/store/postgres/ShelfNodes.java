package id.tixgo.common.store.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.config.Env;
import id.tixgo.common.store.StoreConfig;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.OpenShelf;
import id.tixgo.common.test.PostgresServer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Shelf;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Some nodes with one store, and what was answered when all of them wanted the same titles. */
final class ShelfNodes implements AutoCloseable {
  private final PostgresServer server;
  private final String store;
  private final List<Vertx> runtimes = new ArrayList<>();
  final List<OpenShelf> nodes = new ArrayList<>();
  private final Set<String> won = new HashSet<>();
  private int wins;

  ShelfNodes(PostgresServer server, String store, String... urls) {
    this.server = server;
    this.store = store;
    for (String url : urls) {
      start(url);
    }
  }

  OpenShelf start(String url) {
    Vertx vertx = Vertx.vertx();
    runtimes.add(vertx);
    Env env = new Env(Map.of("STORE", "postgres", "DATABASE_URL", url));
    Shelf shelf = new Shelf(vertx, store);
    nodes.add(new OpenShelf(vertx, shelf, StoreConfig.from(env).store(vertx, shelf)));
    return nodes.get(nodes.size() - 1);
  }

  /** Each node wants each of so many titles, at once. */
  Future<?> rush(String prefix, int titles) {
    List<Future<Boolean>> claims = new ArrayList<>();
    for (int i = 0; i < titles; i++) {
      String title = prefix + "-" + i;
      nodes.forEach(node -> claims.add(node.claim(title).onSuccess(is -> count(title, is))));
    }
    return Future.join(claims).otherwiseEmpty();
  }

  private synchronized void count(String title, boolean isWon) {
    if (isWon) {
      won.add(title);
      wins++;
    }
  }

  /** How many titles were won, by whomever. */
  synchronized int wins() {
    return wins;
  }

  /** Nothing that was answered is lost or was given twice, no number is left out, all are equal. */
  synchronized void expectWhole() {
    assertEquals(won.size(), wins);
    Set<String> stored = new TreeSet<>(List.of(ask("entry->>'title'").split("\n")));
    assertEquals(String.valueOf(stored.size()), ask("count(*)"));
    assertEquals(ask("count(*)"), ask("max(number)"));
    assertEquals(Set.of(), missing(stored));
    for (OpenShelf node : nodes) {
      Eventually.await("all nodes are equal", () -> node.shelf().all().keySet().equals(stored));
    }
  }

  private Set<String> missing(Set<String> stored) {
    Set<String> missing = new HashSet<>(won);
    missing.removeAll(stored);
    return missing;
  }

  private String ask(String what) {
    return server.sql("SELECT " + what + " FROM entries WHERE store = '" + store + "'");
  }

  @Override
  public void close() {
    nodes.forEach(OpenShelf::close);
    runtimes.forEach(vertx -> RunningSystem.await(vertx.close()));
  }
}
