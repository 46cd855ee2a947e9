package id.tixgo.identity;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.StoredService.Shared;
import id.tixgo.common.store.audit.AuditGathering;
import id.tixgo.common.store.feed.FeedClient;
import id.tixgo.common.store.feed.FeedConsumer;
import id.tixgo.common.store.feed.FeedInbox;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.identity.store.IdentityState;
import java.time.Clock;
import java.util.List;

/** The audits of the other services, which Identity gathers in its own. */
final class AuditFeeds {
  private final IdentityConfig config;
  private final Clock clock;

  AuditFeeds(IdentityConfig config, Clock clock) {
    this.config = requireNonNull(config);
    this.clock = requireNonNull(clock);
  }

  List<FeedConsumer> of(Shared<IdentityState> shared) {
    return config.audited().keySet().stream().sorted().map(name -> follow(name, shared)).toList();
  }

  private FeedConsumer follow(String service, Shared<IdentityState> shared) {
    UpstreamClient teller =
        new UpstreamClient(shared.vertx(), service, config.audited().get(service), config.http());
    return new FeedConsumer(
        shared.vertx(),
        shared.context(),
        FeedClient.ofAudit(teller, config.http()),
        new FeedInbox(
            AuditGathering.feed(service),
            shared.projection().positions,
            new AuditGathering(shared.projection().audit, service, clock),
            shared.store(),
            shared.context()),
        config.feedLookMs());
  }
}
