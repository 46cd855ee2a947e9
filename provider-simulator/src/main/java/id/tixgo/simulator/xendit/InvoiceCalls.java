package id.tixgo.simulator.xendit;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.gateway.MoveDetails;
import id.tixgo.simulator.gateway.WireCall;
import id.tixgo.simulator.gateway.WireReply;
import id.tixgo.simulator.xendit.SimulatedInvoice.InvoiceTerms;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Set;

/** Invoices: made, found, expired. */
final class InvoiceCalls {
  private static final int USUAL_LIMIT = 10;

  private final InvoiceDesk desk;
  private final InvoiceBank bank;

  InvoiceCalls(InvoiceDesk desk, InvoiceBank bank) {
    this.desk = requireNonNull(desk);
    this.bank = requireNonNull(bank);
  }

  /** {@code POST /v2/invoices}; the merchant's name may have several. */
  WireReply create(WireCall call) {
    InvoiceTerms terms = InvoiceRules.read(call.json(), desk.now());
    call.isAbout(terms.externalId());
    SimulatedInvoice made = new SimulatedInvoice(InvoiceDesk.newId(), terms, desk.now());
    desk.book().add(made);
    desk.stage().agenda().at(terms.expiresAt(), () -> bank.expireIfPending(made));
    WireReply reply = reply(call, made);
    if (desk.stage().switches().isAutoPay()) {
      bank.pays(made, MoveDetails.NONE);
    }
    return reply;
  }

  /** {@code GET /v2/invoices/{id}}. */
  WireReply get(WireCall call) {
    return reply(call, invoice(call));
  }

  /** {@code GET /v2/invoices?external_id=&statuses=&limit=}; the newest first. */
  WireReply find(WireCall call) {
    String externalId = call.query("external_id").orElse("");
    call.isAbout(externalId);
    Set<String> statuses = Set.of(call.query("statuses").orElse("").split(",", -1));
    int limit =
        call.query("limit")
            .filter(l -> l.matches("\\d{1,4}"))
            .map(Integer::parseInt)
            .orElse(USUAL_LIMIT);
    List<SimulatedInvoice> named = desk.book().named(externalId);
    JsonArray found = new JsonArray();
    for (int i = named.size() - 1; i >= 0 && found.size() < limit; i--) {
      SimulatedInvoice one = named.get(i);
      if (call.query("statuses").isEmpty() || statuses.contains(one.status().name())) {
        found.add(desk.bodies().invoice(one, call.baseUrl()));
      }
    }
    return WireReply.json(found);
  }

  /** {@code POST /invoices/{id}/expire!}. */
  WireReply expire(WireCall call) {
    SimulatedInvoice invoice = invoice(call);
    if (!invoice.isPending()) {
      throw XenditRefusals.refusal(
          400, "INVALID_INVOICE_STATUS_ERROR", "The invoice is no longer pending.");
    }
    bank.expireIfPending(invoice);
    return reply(call, invoice);
  }

  private WireReply reply(WireCall call, SimulatedInvoice invoice) {
    return WireReply.json(200, desk.bodies().invoice(invoice, call.baseUrl()));
  }

  private SimulatedInvoice invoice(WireCall call) {
    String id = call.part("id");
    call.isAbout(id);
    SimulatedInvoice invoice =
        desk.book()
            .invoice(id)
            .orElseThrow(
                () ->
                    XenditRefusals.refusal(
                        404, "INVOICE_NOT_FOUND_ERROR", "Could not find invoice"));
    call.isAbout(invoice.terms().externalId());
    return invoice;
  }
}
