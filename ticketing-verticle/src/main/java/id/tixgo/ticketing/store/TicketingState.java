package id.tixgo.ticketing.store;

import id.tixgo.common.metrics.Meters;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StoreParts;
import id.tixgo.common.store.audit.Audit;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedPositions;
import id.tixgo.common.store.feed.ServiceFeed;
import id.tixgo.common.store.key.RequestKeys;
import id.tixgo.ticketing.domain.SaleQueues;
import io.vertx.core.Vertx;
import java.util.Iterator;
import java.util.Optional;

/** What is on sale, held and sold, in local maps that all instances of the service share. */
public final class TicketingState implements Projection {
  private static final String DICTIONARY =
      "{\"booking\":{\"id\":\"\",\"number\":1,\"event_id\":\"\",\"buyer\":{\"user_id\":1,"
          + "\"username\":\"\"},\"items\":[{\"ticket_type_id\":\"\",\"ticket_type\":\"REGULAR\","
          + "\"title\":\"Regular\",\"quantity\":1,\"price\":{\"minor\":0,\"currency\":\"IDR\"},"
          + "\"holders\":[]}],\"total\":{\"minor\":0,\"currency\":\"IDR\"},\"status\":\"PENDING\","
          + "\"created_at\":\"2026-11-26T05:17:00.752000Z\",\"expires_at\":\"2026-\",\"updated_at\":"
          + "\"2026-\",\"tickets\":[]}}\n{\"message\":{\"seq\":1,\"type\":\"booking_held\",\"at\":"
          + "\"2026-\",\"data\":{\"id\":\"\",\"event_id\":\"\",\"user_id\":1,\"username\":\"\"}}}\n";

  private final StagedMaps maps;
  private final StoreParts parts;
  private final EntryTypes types;
  private final SalesMeters meters;
  public final ChangedEvents changed = new ChangedEvents();

  /** Those at which somebody waits to be let in. */
  public final ChangedEvents queued = new ChangedEvents();

  final EventCatalogue events;
  final TicketTypeTable ticketTypes;
  final BookingTable bookings;
  final VoucherTable vouchers;
  final WaitingTable waiting;
  final QueueTable queues;
  final RefusedPayments refused;
  public final FeedPositions positions;
  public final ServiceFeed feed;
  public final RequestKeys keys;
  public final Audit audit;

  public TicketingState(Vertx vertx) {
    this.maps = new StagedMaps(vertx.sharedData());
    this.meters = new SalesMeters(Meters.of(vertx));
    this.events = new EventCatalogue(maps, changed);
    this.ticketTypes = new TicketTypeTable(maps, changed);
    this.bookings = new BookingTable(maps, changed);
    this.vouchers = new VoucherTable(maps);
    this.waiting = new WaitingTable(maps);
    this.queues = new QueueTable(maps, queued);
    queues.measure(Meters.of(vertx));
    this.refused = new RefusedPayments(maps);
    this.positions = new FeedPositions(maps, "ticketing");
    this.feed = new ServiceFeed(maps, "ticketing");
    this.keys = new RequestKeys(maps, "ticketing");
    this.audit = new Audit(maps, "ticketing", TicketingAudit.rules(this));
    this.parts =
        StoreParts.of(
            events,
            ticketTypes,
            bookings,
            vouchers,
            waiting,
            queues,
            refused,
            positions,
            feed,
            keys,
            audit);
    this.types = parts.register(new EntryTypes("ticketing", 1, DICTIONARY));
  }

  public SaleQueues queues() {
    return queues;
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
  public void counted(Record entry) {
    if (entry instanceof FeedMessage told) {
      meters.count(told);
    }
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
