package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import id.tixgo.payment.domain.Books.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What came in and went back, by the postings of the ledger. */
public final class RevenueReport {
  private final Snapshot books;
  private final MoneyGrouping grouping;
  private final ReportPeriod period;
  private final Map<String, Row> keyToRow = new TreeMap<>();

  /**
   * What belongs together adds up to; amounts of two currencies never do.
   *
   * @param key the day, event, method, gateway or service type
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
          paid ? gross.plus(new Money(there, posting.currency())) : gross,
          feesMinor - moved(posting, LedgerAccount.FEES::equals),
          paid ? refunds : refunds.plus(new Money(-there, posting.currency())),
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
    if (posting.lines().stream().anyMatch(line -> isOurs(line.account()))) {
      Payment payment = books.payment(posting.paymentId().orElseThrow()).orElseThrow();
      String key = key(payment, posting.at());
      String name = key + ' ' + posting.currency();
      Row row = keyToRow.getOrDefault(name, Row.nothing(key, posting.currency()));
      keyToRow.put(name, row.plus(posting));
    }
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

  /** What a payment belongs to; the event is empty where it is about none. */
  private String key(Payment payment, Instant at) {
    return switch (grouping) {
      case DAY -> period.day(at);
      case METHOD -> payment.method().word();
      case GATEWAY -> payment.gateway();
      case EVENT -> offer(payment).eventId().orElse("");
      case SERVICE_TYPE -> offer(payment).serviceType().name();
    };
  }

  private Offer offer(Payment payment) {
    return books.order(payment.orderId()).orElseThrow().offer();
  }
}
