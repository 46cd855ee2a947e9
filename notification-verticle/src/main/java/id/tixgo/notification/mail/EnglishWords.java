package id.tixgo.notification.mail;

import id.tixgo.notification.domain.Letter;
import id.tixgo.notification.mail.MailPage.Row;
import java.util.List;
import java.util.Optional;

/** English. */
final class EnglishWords extends MailWords {
  private static final String EVENT = "your event";

  EnglishWords() {
    super(
        MailLanguage.ENGLISH,
        "Hello",
        "TixGo sent this mail by itself because you have an account here.");
  }

  @Override
  MailPage message(String text) {
    return page("A message from TixGo", greeting(), List.of(text), List.of(), Optional.empty());
  }

  @Override
  MailPage welcome(LetterFacts facts) {
    return page(
        "Welcome to TixGo",
        greeting(),
        List.of(
            "Your account is ready. Tickets, changes of events and payments will be told to this"
                + " address."),
        List.of(),
        facts.button("See events", "shop"));
  }

  @Override
  MailPage tickets(LetterFacts facts) {
    return page(
        "Your tickets: " + facts.title(EVENT),
        greeting(facts),
        List.of(
            facts.enclosed()
                ? "Your tickets are attached as a PDF, with an entry for your calendar. Show the QR"
                    + " code at the entrance."
                : "Your tickets are issued. Their file is too large for a mail: it is on the page"
                    + " of your booking."),
        eventRows(facts),
        facts.bookingButton("Open tickets"));
  }

  @Override
  MailPage paymentReceived(LetterFacts facts) {
    return page(
        "Payment received: " + amount(facts),
        greeting(facts),
        List.of("We have received your payment. Thank you."),
        List.of(new Row("Order", facts.value(Letter.ORDER)), new Row("Amount", amount(facts))),
        facts.button("See orders", "bookings"));
  }

  @Override
  MailPage refund(LetterFacts facts) {
    return page(
        "Refund: " + amount(facts),
        greeting(facts),
        List.of("We have given your money back the way you paid."),
        List.of(new Row("Amount", amount(facts))),
        Optional.empty());
  }

  @Override
  MailPage transferReceived(LetterFacts facts) {
    return transfer(
        facts, "Money received: ", "Another user has given you money. It is in your wallet.");
  }

  @Override
  MailPage transferSent(LetterFacts facts) {
    return transfer(
        facts,
        "Money sent: ",
        "You have given money from your wallet to another user, who has it now."
            + " If it wasn't you, change your password and tell us.");
  }

  private MailPage transfer(LetterFacts facts, String subject, String text) {
    return page(
        subject + amount(facts),
        greeting(),
        List.of(text),
        List.of(
            new Row("Transfer", facts.value(Letter.TRANSFER)), new Row("Amount", amount(facts))),
        facts.button("See wallet", "wallet"));
  }

  @Override
  MailPage waitingOffer(LetterFacts facts) {
    return page(
        "A place for you: " + facts.title(EVENT),
        greeting(),
        List.of(
            "What you waited for is free, and we hold it for you. Pay before the time is over; after"
                + " that it is somebody else's turn."),
        offerRows(facts, "Held until"),
        facts.bookingButton("Take it"));
  }

  @Override
  MailPage eventChanged(LetterFacts facts) {
    return page(
        "Changed: " + facts.title(EVENT),
        greeting(facts),
        List.of("The event has another time or place. Your tickets stay good."),
        eventRows(facts),
        facts.button("See bookings", "bookings"));
  }

  @Override
  MailPage eventCancelled(LetterFacts facts) {
    return page(
        "Cancelled: " + facts.title(EVENT),
        greeting(facts),
        List.of(
            "This event is cancelled. What you paid will be given back; there is nothing that you"
                + " need to do."),
        eventRows(facts),
        facts.button("See bookings", "bookings"));
  }

  @Override
  MailPage password(LetterFacts facts) {
    return page(
        "Another password for TixGo",
        greeting(),
        List.of(
            "Somebody, you we hope, asked for another password. The code below sets it, once, within"
                + " half an hour of that.",
            "If it wasn't you, there is nothing to do: your password stays as it is. Give the code"
                + " to nobody."),
        List.of(new Row("Code", facts.shownToken())),
        facts.button("Set another password", "reset"));
  }

  @Override
  String[] eventLabels() {
    return new String[] {"Event", "When", "Where"};
  }
}
