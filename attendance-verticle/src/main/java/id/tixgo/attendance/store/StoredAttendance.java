package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceQueries;
import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.CheckInList;
import id.tixgo.attendance.domain.Conflict;
import id.tixgo.attendance.domain.Counts;
import id.tixgo.attendance.domain.EventStats;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.TicketState;
import id.tixgo.attendance.domain.Whose;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What can be read of what is stored. */
public final class StoredAttendance implements AttendanceQueries {
  private static final Duration HOUR = Duration.ofHours(1);

  private final AttendanceState state;
  private final Clock clock;

  public StoredAttendance(AttendanceState state, Clock clock) {
    this.state = requireNonNull(state);
    this.clock = requireNonNull(clock);
  }

  @Override
  public Counts counts(String eventId) {
    return state.find(eventId).map(book -> book.passages.counts()).orElse(Counts.NONE);
  }

  @Override
  public long checkedIn(String eventId, long upTo) {
    return state
        .find(eventId)
        .map(book -> new Past(book, book.passages.counts()).checkedIn(upTo))
        .orElse(0L);
  }

  @Override
  public List<ScanRecord> checkIns(String eventId, long after, long upTo, int limit) {
    List<ScanRecord> page = new ArrayList<>();
    Optional<EventAggregate> book = state.find(eventId);
    long last = Math.min(upTo, counts(eventId).lastSeq());
    for (long seq = Math.min(after, last) + 1; seq <= last && page.size() < limit; seq++) {
      if (book.orElseThrow().feed.get(seq) instanceof ScanRecord scan
          && scan.first()
          && book.orElseThrow().passages.countedAt(scan, last)) {
        page.add(scan);
      }
    }
    return page;
  }

  @Override
  public List<Change> changes(String eventId, long after, int limit) {
    long end = counts(eventId).lastSeq();
    long from = Math.min(after, end);
    return state
        .find(eventId)
        .map(book -> book.feed.changes(from, Math.min(end, from + limit)).toList())
        .orElse(List.of());
  }

  @Override
  public long forgotten(String eventId) {
    return state.find(eventId).map(book -> book.feed.forgotten().changes()).orElse(0L);
  }

  @Override
  public List<Change> story(String eventId, String ticketId) {
    return state.find(eventId).map(book -> story(book, ticketId)).orElse(List.of());
  }

  @Override
  public TicketState ticket(String eventId, String ticketId) {
    return state.find(eventId).map(book -> book.passages.state(ticketId)).orElse(TicketState.NEW);
  }

  @Override
  public CheckInList checkInsBy(Whose whose, Optional<String> eventId, long offset, int limit) {
    return state.staff.list(whose, eventId, offset, limit);
  }

  @Override
  public Optional<String> nameOf(long id) {
    return state.staff.name(id);
  }

  @Override
  public List<Conflict> conflicts(String eventId) {
    return state.find(eventId).stream()
        .flatMap(book -> book.conflicts.all().stream())
        .sorted(Comparator.comparingLong(Conflict::id))
        .toList();
  }

  @Override
  public EventStats stats(String eventId) {
    return stats(eventId, clock.instant().minus(HOUR));
  }

  @Override
  public EventStats wholeStats(String eventId) {
    return stats(eventId, Instant.MIN);
  }

  private EventStats stats(String eventId, Instant from) {
    return state.find(eventId).map(book -> book.stats(from)).orElseGet(StoredAttendance::none);
  }

  /** Under all spellings, where the list came after the first scans and has another. */
  private static List<Change> story(EventAggregate book, String code) {
    return book.passages.seqs(code).mapToObj(book.feed::get).filter(Objects::nonNull).toList();
  }

  private static EventStats none() {
    return new EventStats(
        Counts.NONE,
        0,
        0,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Optional.empty());
  }
}
