package id.tixgo.simulator.xendit;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.gateway.Move;
import id.tixgo.simulator.gateway.MoveDetails;
import id.tixgo.simulator.pay.PaySource;
import id.tixgo.simulator.pay.PayView;
import java.util.List;
import java.util.Optional;

/** Invoices' pages, to which {@code invoice_url} leads. */
final class InvoicePages implements PaySource {
  static final String PAGES = "/web/";

  private final InvoiceDesk desk;
  private final InvoiceBank bank;

  InvoicePages(InvoiceDesk desk, InvoiceBank bank) {
    this.desk = requireNonNull(desk);
    this.bank = requireNonNull(bank);
  }

  @Override
  public String pages() {
    return PAGES;
  }

  @Override
  public Optional<PayView> view(String id) {
    return desk.book().invoice(id).map(InvoicePages::view);
  }

  @Override
  public void act(String id, Move move, MoveDetails details) {
    bank.move(desk.book().invoice(id).orElseThrow().id(), move, details);
  }

  private static PayView view(SimulatedInvoice of) {
    boolean isChosen = of.isPending() && of.chosen().isPresent();
    return new PayView(
        "Xendit",
        of.terms().externalId(),
        PayView.rupiah(of.terms().amount()),
        state(of),
        of.isPending(),
        of.isPending() && !isChosen ? choices(of) : List.of(),
        of.chosen().filter(c -> isChosen).map(c -> instructions(of, c)).orElse(List.of()),
        of.chosen().filter(c -> isChosen && c == XenditChannel.QRIS).map(c -> qr(of)).orElse(""),
        of.terms()
            .text(
                of.status() == InvoiceStatus.EXPIRED
                    ? "failure_redirect_url"
                    : "success_redirect_url"));
  }

  private static String state(SimulatedInvoice of) {
    return switch (of.status()) {
      case PENDING -> "Waiting for your payment.";
      case PAID, SETTLED -> of.refunds().isEmpty() ? "Paid." : "Paid; money has been given back.";
      case EXPIRED -> "The time to pay is over.";
    };
  }

  private static List<PayView.Choice> choices(SimulatedInvoice of) {
    return of.terms().channels().stream()
        .map(channel -> new PayView.Choice(channel.name(), channel.label()))
        .toList();
  }

  private static List<String> instructions(SimulatedInvoice of, XenditChannel channel) {
    return switch (channel.method()) {
      case "BANK_TRANSFER", "RETAIL_OUTLET" ->
          List.of(channel.label(), "Number " + AvailableChannels.account(of, channel));
      case "QR_CODE" -> List.of(channel.label(), "Scan the code, or just press Pay.");
      default -> List.of(channel.label());
    };
  }

  private static String qr(SimulatedInvoice of) {
    return "SIMULATED-QRIS-" + of.id();
  }
}
