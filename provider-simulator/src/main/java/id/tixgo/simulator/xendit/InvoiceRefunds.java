package id.tixgo.simulator.xendit;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.gateway.MoveDetails;
import id.tixgo.simulator.gateway.MoveRefused;
import id.tixgo.simulator.xendit.InvoiceRefund.State;

/** Refunds: pending first, then the money's way back ends, well or not. */
final class InvoiceRefunds {
  private final InvoiceDesk desk;

  InvoiceRefunds(InvoiceDesk desk) {
    this.desk = requireNonNull(desk);
  }

  /** Books one whose rules are kept. */
  InvoiceRefund begin(SimulatedInvoice of, String referenceId, long amount, String reason) {
    String id = "rfd-" + InvoiceDesk.newId();
    InvoiceRefund begun = new InvoiceRefund(id, of, referenceId, amount, reason, desk.now());
    desk.book().add(begun);
    if (!desk.stage().switches().isRefundLeftPending()) {
      desk.stage().agenda().inAMoment(() -> finish(begun));
    }
    return begun;
  }

  private void finish(InvoiceRefund refund) {
    boolean fails = desk.stage().switches().isRefundFailing();
    refund.becomes(fails ? State.FAILED : State.SUCCEEDED, desk.now());
    desk.teller().tell(refund);
  }

  void byDashboard(SimulatedInvoice of, MoveDetails details) {
    long amount = details.amount().orElse(of.refundable());
    if (amount < 1 || amount > of.refundable()) {
      throw new MoveRefused("There are " + of.refundable() + " left to give back.");
    }
    begin(of, "dashboard-" + InvoiceDesk.newId(), amount, "REQUESTED_BY_CUSTOMER");
  }
}
