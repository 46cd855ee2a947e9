package id.tixgo.common.store.feed;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.config.ServiceToken;
import id.tixgo.common.scope.Deadline;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.common.upstream.UpstreamResponses;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;

/** Asks a service for its feed. */
public final class FeedClient {
  private static final int LIMIT = 1000;

  private final UpstreamClient service;
  private final HttpConfig config;
  private final String path;

  /** Of what it tells of its own accord: {@code GET /internal/feed}. */
  public FeedClient(UpstreamClient service, HttpConfig config) {
    this(service, config, "/internal/feed");
  }

  private FeedClient(UpstreamClient service, HttpConfig config, String path) {
    this.path = requireNonNull(path);
    this.service = requireNonNull(service);
    this.config = requireNonNull(config);
  }

  /** Of its part of the audit: {@code GET /internal/audit}. */
  public static FeedClient ofAudit(UpstreamClient service, HttpConfig config) {
    return new FeedClient(service, config, "/internal/audit");
  }

  /** What follows a message; fails when it doesn't come in time or can't be read. */
  public Future<FeedPage> after(long seq) {
    return service
        .send(
            service
                .request(HttpMethod.GET, path + "?limit=" + LIMIT + "&after=" + seq)
                .putHeader(ServiceToken.HEADER, config.serviceToken().secret()),
            Buffer.buffer(),
            new RequestScope("feed", Deadline.in(config.upstreamTimeoutMs())))
        .map(answer -> UpstreamResponses.read(answer, FeedPage.class));
  }
}
