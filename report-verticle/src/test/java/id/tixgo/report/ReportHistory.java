package id.tixgo.report;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.clients.payment.PaymentFacts;
import id.tixgo.common.clients.payment.RefundFacts;
import id.tixgo.common.clients.ticketing.BookingFacts;
import id.tixgo.common.clients.wallet.TransferFacts;
import id.tixgo.common.clients.wallet.WalletFacts;
import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** What might happen, told by the feeds, and what it must add up to. */
final class ReportHistory {
  static final int USERS = 4;
  private static final Instant BEGIN = Instant.parse("2026-01-03T13:25:53.415880Z");

  private final Random random;
  private final Map<String, ScriptedFeed> feeds;
  private final List<Sale> sales = new ArrayList<>();
  private int happened;
  private long movements;
  private long transfers;
  private long payments;
  private long refunds;

  /** {@code <user> spent} and the like, in minor units. */
  final Map<String, Long> nameToMoney = new TreeMap<>();

  /** {@code <event> sold} and the like. */
  final Map<String, Long> nameToCount = new TreeMap<>();

  /** A booking that is paid; its tickets cost the same each, or nothing. */
  private static final class Sale {
    final String id;
    final String event;
    final Money price;
    final boolean online;
    final int places;
    final Instant at;
    Money kept;
    int good;
    int refunded;

    Sale(String id, String event, Money price, boolean online, int places, Instant at) {
      this.id = id;
      this.event = event;
      this.price = price;
      this.online = online;
      this.places = places;
      this.at = at;
      this.kept = paid();
      this.good = places;
    }

    Money paid() {
      return price.times(places);
    }
  }

  ReportHistory(Random random, Map<String, ScriptedFeed> feeds) {
    this.random = random;
    this.feeds = feeds;
    for (String event : List.of("e1", "e2")) {
      feeds.get("event").tell(EventFacts.MADE, now(), event(event));
    }
  }

  void happen() {
    switch (random.nextInt(8)) {
      case 0 -> move(WalletFacts.TOPPED_UP, "topped up");
      case 1 -> move(WalletFacts.PAID, "spent");
      case 2 -> move(WalletFacts.REFUNDED, "received");
      case 3 -> transfer();
      case 4, 5 -> sell();
      case 6 -> giveBack();
      default -> end();
    }
  }

  private void move(String type, String name) {
    long user = 1L + random.nextInt(USERS);
    Money amount = amount();
    feeds
        .get("wallet")
        .tell(type, now(), new WalletFacts(++movements, user, amount, amount, Optional.empty()));
    nameToMoney.merge(user + " " + name, amount.minor(), Long::sum);
  }

  private void transfer() {
    long from = 1L + random.nextInt(USERS);
    long to = 1 + from % USERS;
    Money amount = amount();
    boolean done = random.nextBoolean();
    boolean takenBack = !done && random.nextBoolean();
    feeds
        .get("wallet")
        .tell(
            done ? TransferFacts.COMPLETED : TransferFacts.FAILED,
            now(),
            new TransferFacts(
                ++transfers,
                from,
                to,
                amount,
                Optional.empty(),
                Optional.of(now()).filter(at -> random.nextBoolean()),
                takenBack));
    if (done) {
      nameToMoney.merge(from + " spent", amount.minor(), Long::sum);
      nameToMoney.merge(to + " received", amount.minor(), Long::sum);
    }
    if (!takenBack) {
      nameToCount.merge(from + " transfers", 1L, Long::sum);
      nameToCount.merge(to + " transfers", 1L, Long::sum);
    }
  }

  private void sell() {
    boolean free = random.nextInt(5) == 0;
    Sale sale =
        new Sale(
            "b" + sales.size(),
            "e" + (1 + random.nextInt(2)),
            free ? Money.zero("IDR") : amount(),
            !free && random.nextBoolean(),
            1 + random.nextInt(4),
            now());
    sales.add(sale);
    tell(BookingFacts.HELD, sale, "PENDING", Optional.empty());
    if (sale.online) {
      online(sale);
    }
    tell(BookingFacts.PAID, sale, "PAID", Optional.of(sale.at));
    nameToCount.merge(sale.event + " sold", (long) sale.places, Long::sum);
    nameToMoney.merge(sale.event + " paid", sale.kept.minor(), Long::sum);
    nameToMoney.merge(sale.event + " kept", sale.kept.minor(), Long::sum);
  }

  private void online(Sale sale) {
    Money amount = sale.paid();
    feeds
        .get("payment")
        .tell(
            PaymentFacts.CONFIRMED,
            now(),
            new PaymentFacts(
                1,
                "TIX-1",
                PaymentFacts.EVENT,
                sale.id,
                7,
                "siti",
                1,
                ++payments,
                Optional.empty(),
                Optional.empty(),
                amount,
                Optional.empty()));
    nameToMoney.merge(sale.event + " online", amount.minor(), Long::sum);
  }

  /** Of one ticket; of a booking's last one it is the whole. */
  private void giveBack() {
    Optional<Sale> found = any();
    if (found.isEmpty()) {
      return;
    }
    Sale sale = found.get();
    sale.good--;
    sale.refunded++;
    less(sale, sale.price);
    boolean over = sale.good == 0;
    tell(
        over ? BookingFacts.REFUNDED : BookingFacts.REFUND_NOTED,
        sale,
        over ? "REFUNDED" : "PAID",
        Optional.of(sale.at));
    nameToCount.merge(sale.event + " sold", -1L, Long::sum);
    nameToCount.merge(sale.event + " refunded", 1L, Long::sum);
  }

  private void less(Sale sale, Money amount) {
    sale.kept = sale.kept.less(amount);
    nameToMoney.merge(sale.event + " kept", -amount.minor(), Long::sum);
    if (sale.online) {
      back(sale, amount);
    }
  }

  private void back(Sale sale, Money amount) {
    feeds
        .get("payment")
        .tell(
            RefundFacts.PROCESSED,
            now(),
            new RefundFacts(
                ++refunds,
                1,
                PaymentFacts.EVENT,
                sale.id,
                7,
                "siti",
                1,
                amount,
                false,
                List.of(),
                "ill"));
    nameToMoney.merge(sale.event + " online back", amount.minor(), Long::sum);
  }

  /** A booking is cancelled; sometimes its money follows. */
  private void end() {
    Optional<Sale> found = any();
    if (found.isEmpty()) {
      return;
    }
    Sale sale = found.get();
    nameToCount.merge(sale.event + " sold", (long) -sale.good, Long::sum);
    sale.good = 0;
    tell(BookingFacts.CANCELLED, sale, "CANCELLED", Optional.of(sale.at));
    if (random.nextBoolean()) {
      less(sale, sale.kept);
      tell(BookingFacts.REFUND_NOTED, sale, "CANCELLED", Optional.of(sale.at));
    }
  }

  private Optional<Sale> any() {
    List<Sale> open = sales.stream().filter(sale -> sale.good > 0).toList();
    return open.isEmpty() ? Optional.empty() : Optional.of(open.get(random.nextInt(open.size())));
  }

  private void tell(String type, Sale sale, String status, Optional<Instant> paidAt) {
    BookingFacts.Item item =
        new BookingFacts.Item(
            "t-" + sale.event,
            "REGULAR",
            sale.places,
            sale.price,
            paidAt.map(at -> new BookingFacts.Sale(sale.refunded, sale.paid(), sale.kept)));
    feeds
        .get("ticketing")
        .tell(
            type,
            now(),
            new BookingFacts(
                sale.id,
                sale.event,
                7,
                "siti",
                status,
                List.of(item),
                sale.paid(),
                BEGIN,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                paidAt));
  }

  private static EventFacts event(String id) {
    return new EventFacts(
        id,
        "Concert",
        BEGIN,
        Optional.empty(),
        "published",
        Optional.empty(),
        Optional.empty(),
        "Asia/Jakarta",
        Optional.empty(),
        Optional.empty(),
        true,
        Optional.empty(),
        Optional.of("panitia"));
  }

  private Money amount() {
    return new Money(100L * (1 + random.nextInt(1000)), "IDR");
  }

  private Instant now() {
    return BEGIN.plusSeconds(600L * happened++);
  }
}
