package id.tixgo.loadtest;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnectOptions;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;

/** A fixed number of open connections, the one that has rested longest first. */
final class Connections {
  private static final long RETRY_MILLIS = 100;

  private final Vertx vertx;
  private final HttpClientAgent client;
  private final Plan plan;
  private final Runnable whenIdle;
  private final Deque<HttpClientConnection> idle = new ArrayDeque<>();

  Connections(Vertx vertx, Plan plan, Runnable whenIdle) {
    this.vertx = requireNonNull(vertx);
    this.plan = requireNonNull(plan);
    this.whenIdle = requireNonNull(whenIdle);
    this.client = vertx.createHttpClient(new HttpClientOptions().setTcpNoDelay(true));
  }

  /** A URL's path and query. */
  static String target(URI url) {
    return url.getRawQuery() == null
        ? url.getRawPath()
        : url.getRawPath() + "?" + url.getRawQuery();
  }

  void open() {
    for (int i = 0; i < plan.connections(); i++) {
      openOne();
    }
  }

  boolean hasIdle() {
    return !idle.isEmpty();
  }

  HttpClientConnection take() {
    return idle.removeFirst();
  }

  /** A connection that failed is replaced. */
  void giveBack(HttpClientConnection connection, boolean good) {
    if (good) {
      idle.addLast(connection);
    } else {
      connection.closeHandler(null);
      connection.close();
      openLater();
    }
  }

  private void openOne() {
    client
        .connect(
            new HttpConnectOptions().setHost(plan.url().getHost()).setPort(plan.url().getPort()))
        .onSuccess(this::add)
        .onFailure(cause -> openLater());
  }

  private void add(HttpClientConnection connection) {
    connection.closeHandler(nothing -> replaceIdle(connection));
    idle.addLast(connection);
    whenIdle.run();
  }

  private void replaceIdle(HttpClientConnection connection) {
    if (idle.remove(connection)) {
      openLater();
    }
  }

  private void openLater() {
    vertx.setTimer(RETRY_MILLIS, timer -> openOne());
  }
}
