package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.CheckIn;
import id.tixgo.attendance.domain.CheckInStore;
import id.tixgo.attendance.domain.Outcome;
import id.tixgo.attendance.domain.Scan;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.SharedData;
import java.util.List;
import java.util.Optional;

/** Check-ins in local maps, shared by all instances of the service. */
public final class LocalCheckInStore implements CheckInStore {
  private final SharedData shared;
  private final LocalMap<String, EventBook> eventIdToBook;
  private final StaffBooks staffBooks;

  public LocalCheckInStore(Vertx vertx) {
    this.shared = requireNonNull(vertx).sharedData();
    this.eventIdToBook = shared.getLocalMap("attendance.events");
    this.staffBooks = new StaffBooks(shared);
  }

  @Override
  public Future<Outcome> putIfAbsent(Scan scan) {
    Outcome outcome = book(scan.eventId()).admit(scan);
    if (outcome instanceof Outcome.Admitted now) {
      staffBooks.add(now.checkIn());
    }
    return Future.succeededFuture(outcome);
  }

  @Override
  public long total(String eventId) {
    return find(eventId).map(EventBook::total).orElse(0L);
  }

  @Override
  public List<CheckIn> page(String eventId, long after, long upTo, int limit) {
    return find(eventId).map(book -> book.page(after, upTo, limit)).orElse(List.of());
  }

  @Override
  public long totalBy(String staff, Optional<String> eventId) {
    return staffBooks.total(staff, eventId);
  }

  @Override
  public List<CheckIn> pageBy(String staff, Optional<String> eventId, long offset, int limit) {
    return staffBooks.page(staff, eventId, offset, limit);
  }

  private Optional<EventBook> find(String eventId) {
    return Optional.ofNullable(eventIdToBook.get(eventId));
  }

  private EventBook book(String eventId) {
    EventBook book = eventIdToBook.get(eventId);
    return book != null
        ? book
        : eventIdToBook.computeIfAbsent(eventId, id -> new EventBook(shared, id));
  }
}
