package id.tixgo.common.store.audit;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.scope.Origin;
import id.tixgo.common.scope.Origin.Actor;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedSubscriber;
import id.tixgo.common.time.Timestamps;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes another service's lines over into the chain of the one that gathers them all. */
public final class AuditGathering implements FeedSubscriber {
  private final Audit audit;
  private final String service;
  private final Clock clock;

  /**
   * @param service whose lines it takes over
   */
  public AuditGathering(Audit audit, String service, Clock clock) {
    this.audit = requireNonNull(audit);
    this.service = requireNonNull(service);
    this.clock = requireNonNull(clock);
  }

  /** The name of the feed that a service's audit is. */
  public static String feed(String service) {
    return service + ".audit";
  }

  @Override
  public void apply(FeedMessage message, Appender entries) {
    audit.adopt(entries, message.data(AuditFeedHandler.Told.class).line(), message.at());
  }

  /** What was taken over stays; the chain says that the other one begins anew. */
  @Override
  public void forget(Appender entries) {
    Origin operator =
        new Origin(
            "audit.restarted",
            new Actor(Optional.empty(), "operator", "service"),
            "",
            "",
            List.of(),
            Timestamps.now(clock));
    audit.tell(
        entries,
        new AuditEntry(
            audit.service(), operator, service, 1, Map.of(), Map.of(service, AuditHead.NONE)));
  }
}
