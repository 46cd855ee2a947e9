package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.payment.domain.Books.Balance;
import id.tixgo.payment.domain.Books.Snapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The ledger against what gateways have said, and what somebody must look at.
 *
 * @param accounts all accounts of the ledger
 * @param gateways each with its clearing account
 * @param suspense what nobody has resolved
 * @param payouts money that somebody has to transfer by hand
 */
public record Reconciliation(
    List<Balance> accounts,
    List<GatewayRow> gateways,
    List<Suspense> suspense,
    List<Refund> payouts) {
  public Reconciliation {
    accounts = List.copyOf(accounts);
    gateways = List.copyOf(gateways);
    suspense = List.copyOf(suspense);
    payouts = List.copyOf(payouts);
  }

  /**
   * One gateway, one currency; amounts in the minor unit.
   *
   * @param clearing what the ledger says that it has of ours
   * @param said the same by its own answers: taken, less given back
   * @param openPayments how many may still be paid
   * @param unknownPayments how many of those it has given no answer to
   * @param openRefunds how many refunds aren't over
   * @param openSince since when the oldest of all those is open
   */
  public record GatewayRow(
      String gateway,
      String currency,
      long clearing,
      long said,
      int openPayments,
      int unknownPayments,
      int openRefunds,
      Optional<Instant> openSince) {
    public GatewayRow {
      requireNonNull(gateway);
      requireNonNull(currency);
      requireNonNull(openSince);
    }

    private GatewayRow plus(Payment payment) {
      boolean open = payment.state().isOpen();
      return new GatewayRow(
          gateway,
          currency,
          clearing,
          said + payment.received().minor() + payment.fee().minor(),
          openPayments + (open ? 1 : 0),
          unknownPayments + (payment.state() == PaymentState.UNKNOWN ? 1 : 0),
          openRefunds,
          open ? earlier(payment.createdAt()) : openSince);
    }

    private GatewayRow plus(Refund refund) {
      boolean open = refund.state().isOpen();
      boolean back =
          refund.state() == RefundState.SUCCEEDED && refund.channel() != RefundChannel.PAYOUT;
      return new GatewayRow(
          gateway,
          currency,
          clearing,
          said - (back ? refund.amount().minor() : 0),
          openPayments,
          unknownPayments,
          openRefunds + (open ? 1 : 0),
          open ? earlier(refund.createdAt()) : openSince);
    }

    private GatewayRow less(Suspense gone) {
      return new GatewayRow(
          gateway,
          currency,
          clearing,
          said - gone.amount().minor(),
          openPayments,
          unknownPayments,
          openRefunds,
          openSince);
    }

    /** What a wallet was told to take is there, whatever became of its payment. */
    private GatewayRow less(Order topUp) {
      return new GatewayRow(
          gateway,
          currency,
          clearing,
          said - topUp.total().minor(),
          openPayments,
          unknownPayments,
          openRefunds,
          openSince);
    }

    private Optional<Instant> earlier(Instant at) {
      return Optional.of(openSince.filter(since -> since.isBefore(at)).orElse(at));
    }
  }

  public static Reconciliation of(Snapshot books) {
    List<Refund> open = books.refunds().filter(refund -> refund.state().isOpen()).toList();
    return new Reconciliation(
        books.balances().stream()
            .sorted(Comparator.comparing(Balance::account).thenComparing(Balance::currency))
            .toList(),
        rows(books),
        books.suspense().stream().filter(Suspense::isOpen).toList(),
        open.stream()
            .filter(refund -> refund.channel() == RefundChannel.PAYOUT)
            .sorted(Comparator.comparingLong(Refund::id))
            .toList());
  }

  private static List<GatewayRow> rows(Snapshot books) {
    Map<String, GatewayRow> nameToRow = new TreeMap<>();
    books.payments().forEach(p -> change(nameToRow, books, p.gateway(), p, row -> row.plus(p)));
    books
        .payments()
        .filter(Payment::counted)
        .forEach(payment -> credited(nameToRow, books, payment));
    books
        .refunds()
        .forEach(
            refund -> {
              Payment payment = books.payment(refund.paymentId()).orElseThrow();
              String gateway = refund.gateway(payment);
              change(nameToRow, books, gateway, payment, row -> row.plus(refund));
            });
    for (Suspense item : books.suspense()) {
      if (item.isGone() && item.paymentId().isPresent()) {
        Payment payment = books.payment(item.paymentId().get()).orElseThrow();
        change(nameToRow, books, payment.gateway(), payment, row -> row.less(item));
      }
    }
    return List.copyOf(nameToRow.values());
  }

  private static void credited(Map<String, GatewayRow> rows, Snapshot books, Payment payment) {
    Order order = books.order(payment.orderId()).orElseThrow();
    if (order.isTopUp() && order.fulfilled()) {
      change(rows, books, Gateways.WALLET, payment, row -> row.less(order));
    }
  }

  private static void change(
      Map<String, GatewayRow> rows,
      Snapshot books,
      String gateway,
      Payment payment,
      UnaryOperator<GatewayRow> change) {
    String currency = payment.amount().currency();
    rows.compute(
        gateway + ' ' + currency,
        (name, row) -> change.apply(row == null ? empty(books, gateway, currency) : row));
  }

  private static GatewayRow empty(Snapshot books, String gateway, String currency) {
    String account = LedgerAccount.clearing(gateway).name();
    long clearing = balance(books, account, currency);
    return new GatewayRow(gateway, currency, clearing, 0, 0, 0, 0, Optional.empty());
  }

  private static long balance(Snapshot books, String account, String currency) {
    return books.balances().stream()
        .filter(b -> b.account().equals(account) && b.currency().equals(currency))
        .mapToLong(Balance::minor)
        .sum();
  }
}
