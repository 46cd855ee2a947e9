package id.tixgo.simulator.midtrans;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.gateway.Move;
import id.tixgo.simulator.gateway.MoveDetails;
import id.tixgo.simulator.pay.PaySource;
import id.tixgo.simulator.pay.PayView;
import java.util.List;
import java.util.Optional;

/** Snap's pages, to which {@code redirect_url} leads. */
final class SnapPages implements PaySource {
  private final MidtransDesk desk;
  private final MidtransBank bank;

  SnapPages(MidtransDesk desk, MidtransBank bank) {
    this.desk = requireNonNull(desk);
    this.bank = requireNonNull(bank);
  }

  @Override
  public String pages() {
    return SnapCalls.PAGES;
  }

  @Override
  public Optional<PayView> view(String token) {
    return desk.book().pageOfToken(token).map(this::view);
  }

  @Override
  public void act(String token, Move move, MoveDetails details) {
    SnapOrder page = desk.book().pageOfToken(token).orElseThrow();
    bank.move(page.terms().orderId(), move, details);
  }

  private PayView view(SnapOrder page) {
    Optional<CoreTransaction> begun = desk.book().transaction(page.terms().orderId());
    boolean choosable =
        !desk.book().isClosed(page) && begun.filter(t -> !t.is(CoreStatus.DENY)).isEmpty();
    boolean isPending = begun.filter(t -> t.is(CoreStatus.PENDING)).isPresent();
    return new PayView(
        "Midtrans",
        page.terms().orderId(),
        PayView.rupiah(begun.map(CoreTransaction::grossAmount).orElse(page.terms().amount())),
        state(page, begun),
        choosable || isPending,
        choosable ? choices(page) : List.of(),
        begun.filter(t -> isPending).map(SnapPages::instructions).orElse(List.of()),
        begun
            .filter(t -> isPending && t.method().hasQrCode())
            .map(CoreTransaction::code)
            .orElse(""),
        back(page, begun));
  }

  private static List<PayView.Choice> choices(SnapOrder page) {
    return page.methods().stream().map(m -> new PayView.Choice(m.word(), m.label())).toList();
  }

  private String state(SnapOrder page, Optional<CoreTransaction> begun) {
    if (begun.isEmpty()) {
      return desk.book().isClosed(page) ? "This page has expired." : "Waiting for a method.";
    }
    return switch (begun.get().status()) {
      case PENDING -> "Waiting for your payment.";
      case CAPTURE -> begun.get().isChallenged() ? "Your bank is looking at it." : "Paid.";
      case SETTLEMENT -> "Paid.";
      case DENY -> "Your bank refused. Try another method.";
      case CANCEL -> "The shop cancelled it.";
      case EXPIRE -> "The time to pay is over.";
      case REFUND -> "Paid, and given back.";
      case PARTIAL_REFUND -> "Paid, and given back in part.";
      case CHARGEBACK -> "Charged back.";
    };
  }

  private static List<String> instructions(CoreTransaction begun) {
    String label = begun.method().label();
    return switch (begun.method()) {
      case ECHANNEL -> List.of(label, "Biller " + MeansBodies.BILLER, "Bill key " + begun.code());
      case INDOMARET, ALFAMART -> List.of(label, "Payment code " + begun.code());
      case GOPAY, QRIS -> List.of(label, "Scan the code, or just press Pay.");
      case CREDIT_CARD, SHOPEEPAY, DANA, OVO -> List.of(label);
      default -> List.of(label, "Number " + begun.code());
    };
  }

  /** As Snap does, with what has become of it. */
  private static String back(SnapOrder page, Optional<CoreTransaction> begun) {
    if (page.finish().isEmpty()) {
      return "";
    }
    String result =
        begun
            .map(
                t ->
                    "&status_code=%s&transaction_status=%s"
                        .formatted(t.status().codeWhenTold(), t.status().word()))
            .orElse("");
    String separator = page.finish().contains("?") ? "&" : "?";
    return page.finish() + separator + "order_id=" + page.terms().orderId() + result;
  }
}
