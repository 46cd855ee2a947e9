package id.tixgo.simulator.delivery;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.behaviour.Fault;
import id.tixgo.simulator.behaviour.Faults;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Carries one notification to one place, once, and says what it got for an answer. */
public final class Courier {
  private static final int CONNECTIONS = 64;
  private static final int MOST_REDIRECTS = 5;
  private static final Set<Integer> FOLLOWED = Set.of(307, 308);

  private final Vertx vertx;
  private final Faults faults;
  private final WebClient client;

  /**
   * @param status {@link RetryRule#NO_ANSWER} if there was none
   * @param trouble why; empty if there was one
   */
  record Answer(int status, String trouble) {}

  public Courier(Vertx vertx, Faults faults) {
    this.vertx = requireNonNull(vertx);
    this.faults = requireNonNull(faults);
    WebClientOptions options =
        new WebClientOptions().setFollowRedirects(false).setUserAgentEnabled(false);
    client = WebClient.create(vertx, options, new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  }

  Future<Answer> carry(SentWebhook delivery, String url) {
    Optional<Fault> fault = faults.take("notification", url);
    return fault.map(one -> troubled(one, delivery, url)).orElseGet(() -> post(delivery, url));
  }

  /** A fault on the way: late, delivered without its answer being heard, or not delivered. */
  private Future<Answer> troubled(Fault fault, SentWebhook delivery, String url) {
    return switch (fault.kind()) {
      case DELAY -> vertx.timer(Math.max(1, fault.delayMs())).compose(now -> post(delivery, url));
      case DROP_ANSWER_AFTER_APPLYING, GARBAGE ->
          post(delivery, url).map(lost -> new Answer(RetryRule.NO_ANSWER, "the answer got lost"));
      default -> Future.succeededFuture(new Answer(RetryRule.NO_ANSWER, "lost on its way"));
    };
  }

  private Future<Answer> post(SentWebhook delivery, String url) {
    return follow(delivery, url, 0)
        .map(response -> new Answer(response.statusCode(), ""))
        .otherwise(failure -> new Answer(RetryRule.NO_ANSWER, String.valueOf(failure)));
  }

  private Future<HttpResponse<Buffer>> follow(SentWebhook delivery, String url, int redirects) {
    return request(delivery, url)
        .compose(
            response -> {
              Optional<String> next =
                  Optional.ofNullable(response.getHeader(HttpHeaders.LOCATION.toString()))
                      .filter(l -> FOLLOWED.contains(response.statusCode()));
              return next.isPresent() && redirects < MOST_REDIRECTS
                  ? follow(delivery, resolved(url, next.get()), redirects + 1)
                  : Future.succeededFuture(response);
            });
  }

  private Future<HttpResponse<Buffer>> request(SentWebhook delivery, String url) {
    try {
      HttpRequest<Buffer> request = client.postAbs(url);
      delivery.headers().forEach(request::putHeader);
      return request
          .putHeader("Content-Type", "application/json")
          .timeout(delivery.rule().patience().toMillis())
          .sendBuffer(delivery.body().toBuffer());
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  private static String resolved(String url, String location) {
    return URI.create(url).resolve(location).toString();
  }

  public void close() {
    client.close();
  }
}
