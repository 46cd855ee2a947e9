package id.tixgo.simulator.delivery;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.behaviour.Agenda;
import id.tixgo.simulator.behaviour.BoundedLog;
import id.tixgo.simulator.behaviour.Switches;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Tells the merchant, again and again as each gateway's rule has it. What is sent within one turn
 * of the event loop leaves at its end, after the answer that is written meanwhile. Of one event
 * loop.
 */
public final class WebhookSender {
  /** A retry comes up to a tenth earlier or later. */
  private static final double SHIFT = 0.1;

  private final Vertx vertx;
  private final Agenda agenda;
  private final Switches switches;
  private final Courier courier;
  private final String usualUrl;
  private final int scale;
  private final BoundedLog log = new BoundedLog();
  private List<SentWebhook> waiting = new ArrayList<>();
  private long generation;

  /**
   * @param usualUrl where notifications go that name no place
   * @param scale what the gaps between retries are divided by
   */
  public WebhookSender(
      Vertx vertx, Agenda agenda, Switches switches, Courier courier, String usualUrl, int scale) {
    this.vertx = requireNonNull(vertx);
    this.agenda = requireNonNull(agenda);
    this.switches = requireNonNull(switches);
    this.courier = requireNonNull(courier);
    this.usualUrl = requireNonNull(usualUrl);
    this.scale = scale;
  }

  public BoundedLog log() {
    return log;
  }

  public void send(SentWebhook delivery) {
    if (waiting.isEmpty()) {
      vertx.runOnContext(turn -> flush());
    }
    waiting.add(delivery);
  }

  /** Sends what waits, unless deliveries are paused; completes with the first attempts. */
  public Future<List<DeliveryAttempt>> flush() {
    if (switches.isPaused()) {
      return Future.succeededFuture(List.of());
    }
    List<SentWebhook> leaving = waiting;
    waiting = new ArrayList<>();
    return together(leaving.stream().flatMap(this::begin).toList());
  }

  /** Sends this at once, whatever waits; completes with the first attempts. */
  public Future<List<DeliveryAttempt>> sendNow(SentWebhook delivery) {
    return together(begin(delivery).toList());
  }

  /** Completes with the results of all, in their order. */
  public static Future<List<DeliveryAttempt>> together(List<Future<DeliveryAttempt>> attempts) {
    return Future.all(attempts).map(all -> all.list());
  }

  private Stream<Future<DeliveryAttempt>> begin(SentWebhook delivery) {
    List<String> urls = delivery.urls().isEmpty() ? List.of(usualUrl) : delivery.urls();
    return urls.stream().map(url -> attempt(delivery, url, 1));
  }

  private Future<DeliveryAttempt> attempt(SentWebhook delivery, String url, int number) {
    long began = System.nanoTime();
    return courier
        .carry(delivery, url)
        .map(
            answer ->
                new DeliveryAttempt(
                    agenda.now(),
                    delivery,
                    url,
                    number,
                    answer.status(),
                    answer.trouble(),
                    Duration.ofNanos(System.nanoTime() - began)))
        .onSuccess(this::note);
  }

  private void note(DeliveryAttempt attempt) {
    log.add(attempt);
    RetryRule rule = attempt.delivery().rule();
    boolean again = attempt.number() <= rule.retriesAfter(attempt.status());
    if (again && attempt.number() <= rule.gaps().size()) {
      retryAfter(rule.gaps().get(attempt.number() - 1), attempt);
    }
  }

  private void retryAfter(Duration gap, DeliveryAttempt attempt) {
    long asked = generation;
    vertx.setTimer(
        scaled(gap),
        timer -> {
          if (asked == generation) {
            retry(gap, attempt);
          }
        });
  }

  /** While deliveries are paused it is put off. */
  private void retry(Duration gap, DeliveryAttempt attempt) {
    if (switches.isPaused()) {
      retryAfter(gap, attempt);
    } else {
      attempt(attempt.delivery(), attempt.url(), attempt.number() + 1);
    }
  }

  private long scaled(Duration gap) {
    double shift = 1 + ThreadLocalRandom.current().nextDouble(-SHIFT, SHIFT);
    return Math.max(1, Math.round(gap.toMillis() * shift / scale));
  }

  /** Nothing is sent any more of what was to be. */
  public void reset() {
    generation++;
    waiting = new ArrayList<>();
    log.reset();
  }
}
