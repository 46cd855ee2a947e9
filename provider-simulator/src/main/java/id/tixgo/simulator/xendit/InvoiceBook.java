package id.tixgo.simulator.xendit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All invoices and refunds. Of one event loop. */
final class InvoiceBook {
  private final Map<String, SimulatedInvoice> idToInvoice = new HashMap<>();
  private final Map<String, List<SimulatedInvoice>> externalIdToInvoices = new HashMap<>();
  private final Map<String, InvoiceRefund> idToRefund = new HashMap<>();
  private final Map<String, InvoiceRefund> referenceIdToRefund = new HashMap<>();

  void add(SimulatedInvoice invoice) {
    idToInvoice.put(invoice.id(), invoice);
    externalIdToInvoices
        .computeIfAbsent(invoice.terms().externalId(), id -> new ArrayList<>(1))
        .add(invoice);
  }

  Optional<SimulatedInvoice> invoice(String id) {
    return Optional.ofNullable(idToInvoice.get(id));
  }

  /** The newest last: one name may have several. */
  List<SimulatedInvoice> named(String externalId) {
    return List.copyOf(externalIdToInvoices.getOrDefault(externalId, List.of()));
  }

  /** By its id, or the newest of the merchant's name. */
  Optional<SimulatedInvoice> find(String reference) {
    List<SimulatedInvoice> named = named(reference);
    return named.isEmpty() ? invoice(reference) : Optional.of(named.get(named.size() - 1));
  }

  void add(InvoiceRefund refund) {
    idToRefund.put(refund.id(), refund);
    if (!refund.referenceId().isEmpty()) {
      referenceIdToRefund.put(refund.referenceId(), refund);
    }
    refund.invoice().add(refund);
  }

  Optional<InvoiceRefund> refund(String id) {
    return Optional.ofNullable(idToRefund.get(id));
  }

  Optional<InvoiceRefund> refundNamed(String referenceId) {
    return Optional.ofNullable(referenceIdToRefund.get(referenceId));
  }

  void reset() {
    idToInvoice.clear();
    externalIdToInvoices.clear();
    idToRefund.clear();
    referenceIdToRefund.clear();
  }
}
