package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import id.tixgo.payment.domain.Books.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What came in for sales and went back, by the postings of the ledger. A top-up is none: it is its
 * user's own money until he pays for something by it.
 */
public final class RevenueReport {
  private final Snapshot books;
  private final MoneyGrouping grouping;
  private final ReportPeriod period;
  private final Map<String, Row> keyToRow = new TreeMap<>();

  /**
   * What belongs together adds up to; amounts of two currencies never do.
   *
   * @param key the day, event, method, service type, or who has the money: a gateway, or {@code
   *     payouts} for what people transfer by hand
   * @param gross what buyers have paid, with what gateways add
   * @param feesMinor what gateways have added and keep, in the minor unit: more may be taken back
   *     in a period than came
   * @param refunds what was given back, or taken back by a bank
   * @param count how often money came in
   */
  public record Row(String key, Money gross, long feesMinor, Money refunds, int count) {
    public Row {
      requireNonNull(key);
      requireNonNull(gross);
      requireNonNull(refunds);
    }

    static Row nothing(String key, String currency) {
      Money zero = Money.zero(currency);
      return new Row(key, zero, 0, zero, 0);
    }

    /** In the minor unit: more may go back in a period than came in. */
    public long netMinor() {
      return gross.minor() - feesMinor - refunds.minor();
    }

    private Row plus(Posting posting) {
      boolean paid = posting.kind().equals(Posting.PAYMENT);
      long there = moved(posting, RevenueReport::isOurs);
      return new Row(
          key,
          gross.plus(new Money(Math.max(there, 0), posting.currency())),
          feesMinor - moved(posting, LedgerAccount.FEES::equals),
          refunds.plus(new Money(Math.max(-there, 0), posting.currency())),
          count + (paid ? 1 : 0));
    }
  }

  private RevenueReport(Snapshot books, MoneyGrouping grouping, ReportPeriod period) {
    this.books = requireNonNull(books);
    this.grouping = requireNonNull(grouping);
    this.period = requireNonNull(period);
  }

  /** The rows, in the order of their keys. */
  public static List<Row> of(Snapshot books, MoneyGrouping grouping, ReportPeriod period) {
    RevenueReport report = new RevenueReport(books, grouping, period);
    books.postings().filter(posting -> period.has(posting.at())).forEach(report::add);
    return List.copyOf(report.keyToRow.values());
  }

  /** What only moves between accounts of what is owed is neither. */
  private void add(Posting posting) {
    Payment payment = books.payment(posting.paymentId().orElseThrow()).orElseThrow();
    if (!order(payment).isTopUp()) {
      ours(posting).ifPresent(account -> add(key(payment, account, posting.at()), posting));
    }
  }

  /** Where money that is there moves: a sale's posting has one such account at most. */
  private static Optional<LedgerAccount> ours(Posting posting) {
    return posting.lines().stream()
        .map(Posting.Line::account)
        .filter(RevenueReport::isOurs)
        .findFirst();
  }

  private void add(String key, Posting posting) {
    String name = key + ' ' + posting.currency();
    Row row = keyToRow.getOrDefault(name, Row.nothing(key, posting.currency()));
    keyToRow.put(name, row.plus(posting));
  }

  /** Whether money that is there stands in it. */
  private static boolean isOurs(LedgerAccount account) {
    return account.isClearing() || account.equals(LedgerAccount.PAYOUTS);
  }

  private static long moved(Posting posting, Predicate<LedgerAccount> which) {
    return posting.lines().stream()
        .filter(line -> which.test(line.account()))
        .mapToLong(Posting.Line::minor)
        .sum();
  }

  /** What a posting belongs to; the event is empty where it is about none. */
  private String key(Payment payment, LedgerAccount account, Instant at) {
    return switch (grouping) {
      case DAY -> period.day(at);
      case METHOD -> payment.method().word();
      case GATEWAY -> account.holder();
      case EVENT -> order(payment).offer().eventId().orElse("");
      case SERVICE_TYPE -> order(payment).offer().serviceType().name();
    };
  }

  private Order order(Payment payment) {
    return books.order(payment.orderId()).orElseThrow();
  }
}
