package id.tixgo.report.store;

import id.tixgo.common.clients.payment.PaymentFacts;
import id.tixgo.common.clients.payment.RefundFacts;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.report.domain.FactDesk;
import id.tixgo.report.domain.OnlineMoney;

/** What Payment tells: money for bookings that came and went back. */
final class ToldOnlineMoney implements Teller {
  @Override
  public String feed() {
    return OnlineMoney.FEED;
  }

  @Override
  public void tell(FeedMessage message, FactDesk desk) {
    switch (message.type()) {
      case PaymentFacts.CONFIRMED -> paid(message, message.data(PaymentFacts.class), desk);
      case RefundFacts.PROCESSED -> back(message, message.data(RefundFacts.class), desk);
      default -> {}
    }
  }

  private static void paid(FeedMessage message, PaymentFacts told, FactDesk desk) {
    if (told.serviceType().equals(PaymentFacts.EVENT)) {
      desk.put(
          new OnlineMoney(told.paymentId(), false, told.serviceId(), told.amount(), message.at()));
    }
  }

  private static void back(FeedMessage message, RefundFacts told, FactDesk desk) {
    if (told.serviceType().equals(PaymentFacts.EVENT)) {
      desk.put(
          new OnlineMoney(told.refundId(), true, told.serviceId(), told.amount(), message.at()));
    }
  }
}
