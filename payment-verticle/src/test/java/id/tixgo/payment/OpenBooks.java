package id.tixgo.payment;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.money.Money;
import id.tixgo.common.scope.Deadline;
import id.tixgo.common.scope.RequestKey;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.StoreConfig;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedSubscriber;
import id.tixgo.common.store.wal.WriteAheadLog;
import id.tixgo.payment.domain.Books.Snapshot;
import id.tixgo.payment.domain.Checkout;
import id.tixgo.payment.domain.Checkout.Choice;
import id.tixgo.payment.domain.Gateways;
import id.tixgo.payment.domain.Notices;
import id.tixgo.payment.domain.Offer;
import id.tixgo.payment.domain.OrderLine;
import id.tixgo.payment.domain.Orders;
import id.tixgo.payment.domain.Payer;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.PaymentGateway;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.Reconciler;
import id.tixgo.payment.domain.References;
import id.tixgo.payment.domain.RefundSteps;
import id.tixgo.payment.domain.Refunds;
import id.tixgo.payment.domain.ServiceType;
import id.tixgo.payment.domain.Settlement;
import id.tixgo.payment.domain.Sold;
import id.tixgo.payment.domain.TopUpCredits;
import id.tixgo.payment.domain.TopUps;
import id.tixgo.payment.domain.WalletCredit;
import id.tixgo.payment.store.EventRefunds;
import id.tixgo.payment.store.PaymentBooks;
import id.tixgo.payment.store.StoredBooks;
import id.tixgo.payment.store.ToldBookings;
import id.tixgo.payment.store.ToldEventsOff;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Payment's store in a folder, with all that changes and reads it, and some gateways. */
final class OpenBooks implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Path folder;
  private final Clock clock;
  private final List<PaymentGateway> all;
  private final PaymentBooks projection;
  private final Store store;
  private final Context context;
  private final Sold sold;
  final StoredBooks books;
  final Checkout checkout;
  final RefundSteps refunds;
  final Notices notices;
  final Reconciler reconciler;
  final TopUps topUps;
  final TopUpCredits credits;
  final EventRefunds eventRefunds;

  /** Wallet is the gateway that is one; else nobody answers there. */
  private record SomeGateways(List<PaymentGateway> all) implements Gateways {
    @Override
    public PaymentGateway choose(PaymentMethod method, Optional<String> name) {
      return all.stream()
          .filter(one -> name.filter(asked -> !asked.equals(one.name())).isEmpty())
          .filter(one -> one.methods().contains(method))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public WalletCredit wallets() {
      return all.stream()
          .filter(WalletCredit.class::isInstance)
          .map(WalletCredit.class::cast)
          .findFirst()
          .orElseGet(Nobody::new);
    }
  }

  private record Nobody() implements WalletCredit {
    @Override
    public Future<Outcome> topUp(long userId, Money amount, String reference) {
      return giveUp(reference);
    }

    @Override
    public Future<Outcome> giveUp(String reference) {
      return Future.succeededFuture(new Outcome.Unknown("nobody is there"));
    }
  }

  OpenBooks(Path folder, PaymentGateway gateway, Clock clock) {
    this(folder, List.of(gateway), clock);
  }

  OpenBooks(Path folder, List<PaymentGateway> all, Clock clock) {
    JsonFormat.install();
    this.folder = folder;
    this.clock = clock;
    this.all = all;
    this.projection = new PaymentBooks(vertx);
    this.store = new StoreConfig(Optional.of(folder), true, 0).store(vertx, projection);
    store.open().await();
    this.context = vertx.getOrCreateContext();
    Gateways gateways = new SomeGateways(all);
    this.books =
        new StoredBooks(projection, store, context, text -> "sealed " + text, () -> {}, clock);
    Refunds rules = new Refunds(gateways::channel);
    Settlement settlement = new Settlement(rules);
    Orders orders = new Orders(new References(new SecureRandom()));
    this.sold = new Sold(rules);
    this.checkout = new Checkout(vertx, books, orders, settlement, gateways);
    this.refunds = new RefundSteps(books, rules, gateways);
    this.notices = new Notices(books);
    this.reconciler = new Reconciler(books, gateways, settlement, refunds, clock);
    this.topUps = new TopUps(books, checkout, gateways, clock);
    this.credits = new TopUpCredits(books, gateways.wallets(), rules, clock);
    this.eventRefunds =
        new EventRefunds(
            projection, store, context, text -> "sealed " + text, sold, () -> {}, clock);
  }

  /** An attempt to pay for a booking of the event {@code e1}. */
  Payment attempt(String booking, Money price) {
    return attempt(booking, price, Optional.empty());
  }

  /** The same of a request that may have a key. */
  Payment attempt(String booking, Money price, Optional<RequestKey> key) {
    Offer offer =
        new Offer(
            ServiceType.EVENT,
            booking,
            new Payer(7, "siti"),
            List.of(new OrderLine("t1", "Regular", 1, price)),
            price,
            Optional.of("e1"),
            clock.instant().plusSeconds(900));
    Choice choice = new Choice(PaymentMethod.QRIS, Optional.empty(), Optional.empty());
    return checkout.pay(offer, choice, key, Deadline.in(1000)).await();
  }

  /** As Ticketing's feed tells. */
  void ticketingTells(String type, Record facts) {
    tell(new ToldBookings(projection, text -> "sealed " + text, sold), type, facts);
  }

  /** As Event's feed tells. */
  void eventTells(String type, Record facts) {
    tell(new ToldEventsOff(projection), type, facts);
  }

  private void tell(FeedSubscriber subscriber, String type, Record facts) {
    FeedMessage message =
        new FeedMessage(1, type, clock.instant(), JsonFormat.encode(facts).toString());
    store
        .commit(
            context,
            entries -> {
              subscriber.apply(message, entries);
              return message;
            })
        .await();
  }

  <R> R look(Function<Snapshot, R> look) {
    return books.look(look).await();
  }

  /** All that the feed has told. */
  List<FeedMessage> told() {
    books.beginFeed().await();
    return projection.feed.page(0, 1_000_000).messages();
  }

  boolean forgetKeys() {
    return projection.forgetKeys(store, context, clock.instant()).await();
  }

  /** Closed and opened. */
  OpenBooks restarted() {
    close();
    return new OpenBooks(folder, all, clock);
  }

  /** What is on the disk now, opened; this one is gone. */
  OpenBooks crashed() {
    Path copy = newFolder();
    try {
      copy(folder.resolve("payment"), copy.resolve("payment"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    close();
    return new OpenBooks(copy, all, clock);
  }

  /**
   * What a snapshot would keep, opened; this one is gone. The store is closed first: it makes a
   * snapshot of one moment, and here something may still be under way.
   */
  OpenBooks compacted() {
    Path copy = newFolder();
    store.close().await();
    try {
      WriteAheadLog.create(copy.resolve("payment"), projection.types(), projection.snapshot());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    vertx.close().await();
    return new OpenBooks(copy, all, clock);
  }

  @Override
  public void close() {
    store.close().compose(closed -> vertx.close()).await();
  }

  static Path newFolder() {
    try {
      return Files.createTempDirectory("tixgo");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(f -> !f.endsWith("lock")).toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }
}
