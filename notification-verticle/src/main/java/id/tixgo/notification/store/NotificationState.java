package id.tixgo.notification.store;

import id.tixgo.common.metrics.Meters;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StoreParts;
import id.tixgo.common.store.audit.Audit;
import id.tixgo.common.store.feed.FeedPositions;
import id.tixgo.common.store.key.RequestKeys;
import io.vertx.core.Vertx;
import java.util.Iterator;
import java.util.Optional;

/** Notifications and whom they are for, in local maps that all instances share. */
public final class NotificationState implements Projection {
  private static final String DICTIONARY =
      "{\"notification\":{\"id\":1,\"user_id\":1,\"message\":\"\",\"status\":\"PENDING\","
          + "\"delivery\":{\"message_id\":\"<\",\"attempts\":0,\"on_its_way\":false,\"since\":\"2026-\","
          + "\"next\":\"2026-\"},\"created_at\":\"2026-11-26T05:17:00.752000Z\",\"updated_at\":\"2026-\"}}\n"
          + "{\"recipient\":{\"user_id\":1,\"username\":\"\",\"email\":\"\",\"full_name\":\"\",\"locale\":\"id\"}}\n";

  private final StagedMaps maps;
  private final StoreParts parts;
  private final EntryTypes types;
  final NotificationTable notifications;
  final RecipientTable recipients;
  final FactTable facts;
  final PlacesTable places;
  final WordsTable words;
  public final FeedPositions positions;
  public final RequestKeys keys;
  public final Audit audit;

  public NotificationState(Vertx vertx) {
    this.maps = new StagedMaps(vertx.sharedData());
    this.notifications = new NotificationTable(maps);
    this.recipients = new RecipientTable(maps);
    this.facts = new FactTable(maps);
    this.places = new PlacesTable(maps);
    this.words = new WordsTable(maps);
    this.positions = new FeedPositions(maps, "notification");
    this.keys = new RequestKeys(maps, "notification");
    this.audit = new Audit(maps, "notification", NotificationAudit.rules(this));
    this.parts =
        StoreParts.of(notifications, recipients, facts, places, words, positions, keys, audit);
    this.types = parts.register(new EntryTypes("notification", 2, DICTIONARY));
    Meters.of(vertx)
        .gauge("tixgo.mails.waiting", "Mails that wait to be sent", notifications::waiting);
  }

  @Override
  public StagedMaps maps() {
    return maps;
  }

  @Override
  public EntryTypes types() {
    return types;
  }

  @Override
  public Optional<Audit> audit() {
    return Optional.of(audit);
  }

  @Override
  public Iterator<Record> snapshot() {
    return parts.snapshot().iterator();
  }

  @Override
  public long snapshotSize() {
    return parts.snapshotSize();
  }
}
