package id.tixgo.simulator.xendit;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.gateway.Move;
import id.tixgo.simulator.gateway.MoveDetails;
import id.tixgo.simulator.gateway.MoveRefused;
import id.tixgo.simulator.xendit.SimulatedInvoice.InvoicePayment;
import java.time.Duration;
import java.util.Optional;

/** What buyers and banks do to invoices. */
final class InvoiceBank {
  private static final Duration UNTIL_SETTLED = Duration.ofDays(1);

  private final InvoiceDesk desk;
  private final InvoiceRefunds refunds;

  InvoiceBank(InvoiceDesk desk, InvoiceRefunds refunds) {
    this.desk = requireNonNull(desk);
    this.refunds = requireNonNull(refunds);
  }

  void move(String reference, Move move, MoveDetails details) {
    SimulatedInvoice invoice =
        desk.book().find(reference).orElseThrow(() -> new MoveRefused("No such invoice."));
    switch (move) {
      case CHOOSE -> pending(invoice).choose(Optional.of(channel(invoice, details)));
      case PAY -> pays(pending(invoice), details);
      case EXPIRE -> expireIfPending(pending(invoice));
      // An attempt that a bank refuses leaves the invoice open, and nobody is told.
      case DENY -> pending(invoice).choose(Optional.empty());
      case LATE_PAY -> pays(expired(invoice), details);
      case DASHBOARD_REFUND -> refunds.byDashboard(invoice, details);
      case CHALLENGE, APPROVE, REVERSE, CHARGEBACK ->
          throw new MoveRefused("Xendit tells of no such thing.");
    }
  }

  void pays(SimulatedInvoice invoice, MoveDetails details) {
    invoice.receives(
        new InvoicePayment(
            InvoiceDesk.newId(),
            channel(invoice, details),
            details.amount().orElse(invoice.terms().amount()),
            details.currency().orElse("IDR"),
            desk.now()));
    desk.stage().agenda().at(desk.now().plus(UNTIL_SETTLED), () -> settle(invoice));
    desk.teller().tell(invoice);
  }

  private void settle(SimulatedInvoice invoice) {
    if (invoice.isPaid()) {
      invoice.becomes(InvoiceStatus.SETTLED, desk.now());
    }
  }

  void expireIfPending(SimulatedInvoice invoice) {
    if (invoice.isPending()) {
      invoice.becomes(InvoiceStatus.EXPIRED, desk.now());
      desk.teller().tell(invoice);
    }
  }

  /** The one that is named, else the one on the page, else the first. */
  private static XenditChannel channel(SimulatedInvoice invoice, MoveDetails details) {
    return details
        .method()
        .map(word -> XenditChannel.of(word).orElseThrow(() -> new MoveRefused("No such method.")))
        .or(invoice::chosen)
        .orElseGet(() -> invoice.terms().channels().get(0));
  }

  private static SimulatedInvoice pending(SimulatedInvoice invoice) {
    if (invoice.isPending()) {
      return invoice;
    }
    throw new MoveRefused("It is not pending, but " + invoice.status() + ".");
  }

  private static SimulatedInvoice expired(SimulatedInvoice invoice) {
    if (invoice.status() == InvoiceStatus.EXPIRED && invoice.payment().isEmpty()) {
      return invoice;
    }
    throw new MoveRefused("It isn't over: let it expire first.");
  }
}
