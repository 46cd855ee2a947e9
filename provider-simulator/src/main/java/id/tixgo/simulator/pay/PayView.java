package id.tixgo.simulator.pay;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;

/**
 * What a pay page shows.
 *
 * @param gateway as people call it
 * @param reference the merchant's name of the payment
 * @param state what has become of it, for people
 * @param isOpen whether something can still be chosen or paid
 * @param methods to choose from; empty if one is chosen
 * @param instructions how to pay by the method that is chosen
 * @param qrText what a buyer scans; empty if nothing
 * @param backUrl the way back to the shop; empty if the merchant didn't say
 */
public record PayView(
    String gateway,
    String reference,
    String amount,
    String state,
    boolean isOpen,
    List<Choice> methods,
    List<String> instructions,
    String qrText,
    String backUrl) {
  public PayView {
    requireNonNull(gateway);
    requireNonNull(reference);
    requireNonNull(amount);
    requireNonNull(state);
    methods = List.copyOf(methods);
    instructions = List.copyOf(instructions);
    requireNonNull(qrText);
    requireNonNull(backUrl);
  }

  /** A method by the gateway's name, and as people call it. */
  public record Choice(String method, String label) {
    public Choice {
      requireNonNull(method);
      requireNonNull(label);
    }
  }

  /** {@code Rp 150.000}, as Indonesians write it. */
  public static String rupiah(long amount) {
    return "Rp " + String.format(Locale.GERMANY, "%,d", amount);
  }
}
