package id.tixgo.notification;

import id.tixgo.common.metrics.Meters;
import id.tixgo.notification.domain.MailOutcome;
import io.vertx.core.Vertx;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Counts attempts to send mails, by what came of them. */
final class MailCounts implements Consumer<MailOutcome> {
  private final Map<MailOutcome, LongAdder> outcomeToCount = new EnumMap<>(MailOutcome.class);

  MailCounts(Vertx vertx) {
    Meters meters = Meters.of(vertx);
    for (MailOutcome outcome : MailOutcome.values()) {
      outcomeToCount.put(
          outcome,
          meters.counter("tixgo.mails", "Attempts to send a mail", "outcome", outcome.json()));
    }
  }

  @Override
  public void accept(MailOutcome outcome) {
    outcomeToCount.get(outcome).increment();
  }
}
