package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.ScanRecord;
import io.vertx.core.shareddata.Shareable;
import io.vertx.core.shareddata.SharedData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What one account checked in; or under one name, whoever had it, before records stated numbers.
 * Changed by the ledger alone, read by anyone.
 */
final class StaffBook implements Shareable {
  private static final String SERIES = "attendance.staff.";

  private final SharedData shared;
  private final Optional<Long> id;
  private final String name;
  private final Map<String, Page> eventIdToPage = new ConcurrentHashMap<>();

  /** In the order of the first check-in at each event. */
  private final List<Page> pages = new CopyOnWriteArrayList<>();

  private volatile Instant oldest;

  /** One event's. */
  static final class Page {
    private final String eventId;
    private final Series<ScanRecord> series;
    private final AtomicLong counting = new AtomicLong();
    private volatile long places;

    private Page(String eventId, Series<ScanRecord> series) {
      this.eventId = eventId;
      this.series = series;
    }

    String eventId() {
      return eventId;
    }

    void add(ScanRecord checkIn) {
      long number = places;
      series.set(number, checkIn);
      places = number + 1;
      counting.incrementAndGet();
    }

    /** It leaves its place empty. */
    void takeBack() {
      counting.decrementAndGet();
    }

    long counting() {
      return counting.get();
    }

    long places() {
      return places;
    }

    /** Those with {@code from <= number < to}. */
    Stream<ScanRecord> between(long from, long to) {
      return LongStream.range(from, to).mapToObj(series::get);
    }
  }

  /**
   * @param first a check-in of whoever's book this is
   */
  StaffBook(SharedData shared, ScanRecord first) {
    this.shared = shared;
    this.id = first.staffId();
    this.name = first.staff();
    this.oldest = Keys.arrivedAt(first);
  }

  boolean isNumbered() {
    return id.isPresent();
  }

  String name() {
    return name;
  }

  /** When the first of them came. */
  Instant oldest() {
    return oldest;
  }

  /** The event's page, or all. */
  Stream<Page> pages(Optional<String> eventId) {
    return eventId.isEmpty() ? pages.stream() : Stream.ofNullable(eventIdToPage.get(eventId.get()));
  }

  /** One more check-in counts, or one less. */
  void count(ScanRecord checkIn, int step) {
    Page known = eventIdToPage.get(checkIn.eventId());
    Page page = known == null ? begin(checkIn.eventId()) : known;
    if (step > 0) {
      page.add(checkIn);
      oldest = earlier(oldest, Keys.arrivedAt(checkIn));
    } else {
      page.takeBack();
    }
  }

  private Page begin(String eventId) {
    String owner = id.map(String::valueOf).orElse('=' + name);
    Page page = new Page(eventId, new Series<>(shared, SERIES + owner + '\n' + eventId));
    eventIdToPage.put(eventId, page);
    pages.add(page);
    return page;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
