package id.tixgo.launcher.process;

import id.tixgo.common.http.FeedReport;
import id.tixgo.common.store.feed.FeedPublisher;
import id.tixgo.common.store.feed.FeedSource;
import id.tixgo.common.store.feed.RabbitConfig;
import id.tixgo.common.test.FaultyStore;
import id.tixgo.common.test.RabbitBroker;
import id.tixgo.payment.store.PaymentBooks;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Instant;

/** A feed that is published in this JVM, of a store whose disk can be full. */
final class FullDisk implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final PaymentBooks books = new PaymentBooks(vertx);
  private final FaultyStore store = new FaultyStore(vertx, books);
  private final FeedPublisher publisher;

  private record Told(String what) {}

  FullDisk(RabbitBroker broker) {
    RabbitConfig config =
        new RabbitConfig("127.0.0.1", broker.port(), false, "guest", "guest", "/");
    FeedSource source = new FeedSource("payment", books.feed, books.positions, message -> "1");
    this.publisher = new FeedPublisher(config, source, store, vertx, context, 20);
  }

  /** Tells something; then nothing can be written any more, and it is published. */
  void tellAndFill(String what) {
    store
        .commit(
            context,
            entries -> {
              books.feed.begin(entries, () -> {});
              books.feed.tell(entries, what, Instant.EPOCH, new Told(what));
              return what;
            })
        .await();
    store.broken = true;
    publisher.start();
  }

  void makeRoom() {
    store.broken = false;
  }

  FeedReport report() {
    return publisher.report();
  }

  /** How far it is, as it is written. */
  long written() {
    return books.positions.get("rabbitmq").seq();
  }

  @Override
  public void close() {
    publisher.stop().await();
    vertx.close().await();
  }
}
