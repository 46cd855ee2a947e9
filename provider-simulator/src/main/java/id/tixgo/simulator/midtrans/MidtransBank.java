package id.tixgo.simulator.midtrans;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.gateway.Move;
import id.tixgo.simulator.gateway.MoveDetails;
import id.tixgo.simulator.gateway.MoveRefused;
import java.util.Optional;
import java.util.UUID;

/** What buyers and banks do; each move is told. */
final class MidtransBank {
  private final MidtransDesk desk;
  private final CoreAttempts attempts;
  private final CoreRefunds refunds;

  MidtransBank(MidtransDesk desk, CoreAttempts attempts, CoreRefunds refunds) {
    this.desk = requireNonNull(desk);
    this.attempts = requireNonNull(attempts);
    this.refunds = requireNonNull(refunds);
  }

  void move(String reference, Move move, MoveDetails details) {
    switch (move) {
      case CHOOSE -> desk.teller().tell(choose(reference, details));
      case PAY -> pays(payable(reference, details), details);
      case EXPIRE -> expire(reference);
      case DENY -> becomes(payable(reference, details), CoreStatus.DENY);
      case CHALLENGE -> challenge(payable(reference, card(details)));
      case APPROVE -> becomes(held(reference), CoreStatus.CAPTURE);
      case REVERSE -> becomes(paid(reference), CoreStatus.DENY);
      case LATE_PAY -> pays(over(reference, details), details);
      case CHARGEBACK -> becomes(paid(reference), CoreStatus.CHARGEBACK);
      case DASHBOARD_REFUND -> dashboardRefund(paid(reference), details);
    }
  }

  /** A card is captured first, and settles when it is paid again: the next day. */
  void pays(CoreTransaction transaction, MoveDetails details) {
    long due = transaction.grossAmount() - transaction.fee();
    transaction.pays(
        details.amount().orElse(due), details.currency().orElse(transaction.currency()));
    if (details.fee() > 0) {
      transaction.imposeFee(details.fee());
    }
    boolean isFirstOfCard =
        transaction.method() == SnapMethod.CREDIT_CARD && !isAccepted(transaction);
    if (isFirstOfCard) {
      transaction.becomes(CoreStatus.CAPTURE);
    } else {
      transaction.settles(desk.now());
    }
    desk.teller().tell(transaction);
  }

  private static boolean isAccepted(CoreTransaction transaction) {
    return transaction.is(CoreStatus.CAPTURE) && !transaction.isChallenged();
  }

  private void becomes(CoreTransaction transaction, CoreStatus status) {
    transaction.becomes(status);
    desk.teller().tell(transaction);
  }

  private void challenge(CoreTransaction transaction) {
    if (transaction.method() != SnapMethod.CREDIT_CARD) {
      throw new MoveRefused("Only a card is challenged.");
    }
    transaction.isHeld();
    desk.teller().tell(transaction);
  }

  /** A page on which nothing was chosen expires without a word. */
  private void expire(String reference) {
    Optional<CoreTransaction> begun = desk.book().transaction(reference);
    if (begun.isEmpty()) {
      desk.book().page(reference).ifPresent(desk.book()::close);
    } else {
      becomes(pending(begun.get()), CoreStatus.EXPIRE);
    }
  }

  private void dashboardRefund(CoreTransaction paid, MoveDetails details) {
    long rest = paid.grossAmount() - paid.refunded();
    long amount = details.amount().orElse(rest);
    if (amount < 1 || amount > rest) {
      throw new MoveRefused("There are " + rest + " left to give back.");
    }
    refunds.give(paid, "dashboard-" + UUID.randomUUID(), amount, "refund by dashboard");
  }

  /** What can be paid now: what was begun, else the method that is named or the page's first. */
  private CoreTransaction payable(String reference, MoveDetails details) {
    Optional<CoreTransaction> begun = desk.book().transaction(reference);
    boolean isOver = begun.isPresent() && begun.get().is(CoreStatus.DENY);
    if (begun.isEmpty() || isOver) {
      return choose(reference, details);
    }
    return isAccepted(begun.get()) ? begun.get() : pending(begun.get());
  }

  private CoreTransaction choose(String reference, MoveDetails details) {
    SnapOrder page =
        desk.book().page(orderOf(reference)).orElseThrow(() -> new MoveRefused("It has no page."));
    boolean lives = desk.book().transaction(reference).filter(MidtransBank::isLive).isPresent();
    if (lives || desk.book().isClosed(page)) {
      throw new MoveRefused("The page is closed: it is paid, begun, or has expired.");
    }
    return attempts.begin(page.terms(), method(page, details), page.payableUntil());
  }

  private static boolean isLive(CoreTransaction transaction) {
    return !transaction.is(CoreStatus.DENY);
  }

  private String orderOf(String reference) {
    return desk.book().transaction(reference).map(t -> t.terms().orderId()).orElse(reference);
  }

  private static SnapMethod method(SnapOrder page, MoveDetails details) {
    return details
        .method()
        .map(word -> SnapMethod.ofSnap(word).orElseThrow(() -> new MoveRefused("No such method.")))
        .orElseGet(() -> page.methods().get(0));
  }

  private static MoveDetails card(MoveDetails details) {
    return details.method().isPresent() ? details : MoveDetails.ofMethod("credit_card");
  }

  private static CoreTransaction pending(CoreTransaction transaction) {
    if (transaction.is(CoreStatus.PENDING)) {
      return transaction;
    }
    throw new MoveRefused("It is not pending, but " + transaction.status().word() + ".");
  }

  private CoreTransaction held(String reference) {
    return desk.book()
        .transaction(reference)
        .filter(CoreTransaction::isChallenged)
        .orElseThrow(() -> new MoveRefused("It isn't challenged."));
  }

  private CoreTransaction paid(String reference) {
    return desk.book()
        .transaction(reference)
        .filter(
            t ->
                t.is(CoreStatus.SETTLEMENT, CoreStatus.CAPTURE, CoreStatus.PARTIAL_REFUND)
                    && !t.isChallenged())
        .orElseThrow(() -> new MoveRefused("It isn't paid."));
  }

  /** What can be paid too late: what has expired or was cancelled, or a page that is closed. */
  private CoreTransaction over(String reference, MoveDetails details) {
    Optional<CoreTransaction> begun = desk.book().transaction(reference);
    if (begun.isPresent()) {
      return begun
          .filter(t -> t.is(CoreStatus.EXPIRE, CoreStatus.CANCEL))
          .orElseThrow(() -> new MoveRefused("It isn't over: let it expire first."));
    }
    SnapOrder page =
        desk.book()
            .page(reference)
            .filter(desk.book()::isClosed)
            .orElseThrow(() -> new MoveRefused("It isn't over: let it expire first."));
    return attempts.begin(page.terms(), method(page, details), page.payableUntil());
  }
}
