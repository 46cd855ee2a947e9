package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.common.store.Series;
import io.vertx.core.shareddata.Shareable;
import io.vertx.core.shareddata.SharedData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What one account checked in; or under one name, whoever had it, before records stated numbers.
 * Changed by the store alone, read by anyone.
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

    /** For each place that is empty, how many were when it became so. */
    private final Map<Long, Long> placeToGone = new ConcurrentHashMap<>();

    private volatile Moment last = new Moment(this, 0, 0);

    private Page(String eventId, Series<ScanRecord> series) {
      this.eventId = eventId;
      this.series = series;
    }

    String eventId() {
      return eventId;
    }

    /** As it is now; later changes don't show. */
    Moment now() {
      return last;
    }

    void add(ScanRecord checkIn) {
      series.set(last.places(), checkIn);
      last = new Moment(this, last.places() + 1, last.gone());
    }

    /** It leaves its place empty. */
    void takeBack(ScanRecord checkIn) {
      placeToGone.put(place(checkIn.seq()), last.gone() + 1);
      last = new Moment(this, last.places(), last.gone() + 1);
    }

    /** They came in the order of their numbers. */
    private long place(long seq) {
      long from = 0;
      long to = last.places() - 1;
      while (from < to) {
        long middle = (from + to) >>> 1;
        if (series.get(middle).seq() < seq) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
      return from;
    }
  }

  /**
   * A page as it was at one moment.
   *
   * @param places how many it had
   * @param gone how many of them were empty
   */
  record Moment(Page page, long places, long gone) {
    long counting() {
      return places - gone;
    }

    /** The check-ins at places {@code from <= number < to}. */
    Stream<ScanRecord> between(long from, long to) {
      return LongStream.range(from, to).filter(this::isFilled).mapToObj(page.series::get);
    }

    private boolean isFilled(long place) {
      return page.placeToGone.getOrDefault(place, Long.MAX_VALUE) > gone;
    }
  }

  /**
   * @param first a check-in of whoever's book this is
   */
  StaffBook(SharedData shared, ScanRecord first) {
    this.shared = shared;
    this.id = first.staffId();
    this.name = first.staff();
    this.oldest = IdempotencyKeys.arrivedAt(first);
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
      oldest = earlier(oldest, IdempotencyKeys.arrivedAt(checkIn));
    } else {
      page.takeBack(checkIn);
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
