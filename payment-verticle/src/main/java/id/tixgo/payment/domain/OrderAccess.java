package id.tixgo.payment.domain;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Role;
import id.tixgo.common.problem.Problem;
import java.util.Optional;

/** Who may see and do what. An order that isn't a caller's is none to him. */
public final class OrderAccess {
  private OrderAccess() {}

  public static boolean isAdmin(Caller caller) {
    return caller.role() == Role.ADMIN;
  }

  /** Fails with {@code NOT_FOUND}. */
  public static Order order(Optional<Order> order, Caller caller) {
    return own(order, caller, "Order not found");
  }

  /** The order of a transaction; fails with {@code NOT_FOUND}. */
  public static Order ofTransaction(Optional<Order> order, Caller caller) {
    return own(order.filter(o -> o.transaction().isPresent()), caller, "Transaction not found");
  }

  /** What can be paid for by the caller; fails with {@code NOT_FOUND}. */
  public static Offer offer(Offer offer, Caller caller) {
    if (!isAdmin(caller) && offer.payer().userId() != caller.id()) {
      throw Problem.notFound("Booking not found");
    }
    return offer;
  }

  /** What the caller may pay for in that way; fails with {@code FORBIDDEN} for another's wallet. */
  public static Offer payable(Offer offer, PaymentMethod method, Caller caller) {
    if (method == PaymentMethod.WALLET && offer.payer().userId() != caller.id()) {
      throw MoneyRefusals.notYourWallet();
    }
    return offer;
  }

  /** A payment of an order; fails with {@code NOT_FOUND}. */
  public static Payment payment(Books books, Optional<Payment> payment, Caller caller) {
    String missing = "Payment not found";
    Optional<Order> order = payment.flatMap(known -> books.order(known.orderId()));
    own(order, caller, missing);
    return payment.orElseThrow();
  }

  private static Order own(Optional<Order> order, Caller caller, String missing) {
    return order
        .filter(known -> isAdmin(caller) || known.offer().payer().userId() == caller.id())
        .orElseThrow(() -> Problem.notFound(missing));
  }
}
