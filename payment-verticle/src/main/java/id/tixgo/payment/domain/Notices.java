package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/**
 * Notifications of gateways. They are believed only so far that the gateway is asked, which is
 * written down before the notification is answered.
 */
public final class Notices {
  private static final String UNKNOWN_PAYMENT = "UNKNOWN_PAYMENT";

  private final Books books;

  public Notices(Books books) {
    this.books = requireNonNull(books);
  }

  /** Takes a genuine notification; completes when it can't be lost any more. */
  public Future<?> take(String gateway, Notice.About notice) {
    return books.make(
        (desk, now) -> {
          find(desk, gateway, notice)
              .ifPresentOrElse(
                  payment -> desk.put(payment.withAsk(Ask.at(now))),
                  () -> suspend(desk, gateway, notice, now));
          return now;
        });
  }

  private static Optional<Payment> find(MoneyDesk desk, String gateway, Notice.About notice) {
    return notice
        .reference()
        .flatMap(desk::paymentOf)
        .or(() -> notice.gatewayId().flatMap(id -> desk.paymentOfGateway(gateway, id)))
        .filter(payment -> payment.gateway().equals(gateway));
  }

  /** Money for something that isn't ours, or isn't any more: somebody must look. */
  private static void suspend(MoneyDesk desk, String gateway, Notice.About notice, Instant now) {
    String reference = notice.reference().or(notice::gatewayId).orElse("");
    if (!desk.isSuspended(gateway, reference)) {
      desk.put(
          new Suspense(
              desk.nextSuspense(),
              UNKNOWN_PAYMENT,
              gateway,
              reference,
              Optional.empty(),
              Optional.empty(),
              Money.zero("IDR"),
              now,
              Optional.empty()));
    }
  }
}
