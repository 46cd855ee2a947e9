package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.CheckInList;
import id.tixgo.attendance.domain.CheckIns.LateScan;
import id.tixgo.attendance.domain.Conflict;
import id.tixgo.attendance.domain.Direction;
import id.tixgo.attendance.domain.Outcome;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.Rules;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Staff;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.Whose;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.test.MutableClock;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Does whatever can be done at the doors of two events, and remembers all that came of it. */
final class RandomDoors {
  private final Random random;
  private final MutableClock clock;
  private final Map<String, TreeMap<Long, Change>> eventIdToAll =
      Map.of("a", new TreeMap<>(), "b", new TreeMap<>());
  private final Map<String, Long> keyToSeq = new HashMap<>();
  OpenStore store;

  RandomDoors(Random random, MutableClock clock, OpenStore store) {
    this.random = random;
    this.clock = clock;
    this.store = store;
  }

  void doSomething() {
    String event = random.nextBoolean() ? "a" : "b";
    switch (random.nextInt(16)) {
      case 0 -> group(event);
      case 1 -> undo(event);
      case 2, 3 -> batch(event);
      case 4 -> revoke(event);
      case 5 -> rules(event);
      case 6 -> list(event);
      case 7 -> resolve(event);
      case 8 -> clock.advance(Duration.ofMinutes(random.nextInt(4000)));
      case 9 -> store.forget();
      default -> scan(event);
    }
  }

  /** What the store says must be what a recount says. */
  void check() {
    eventIdToAll.forEach(
        (event, all) -> {
          Recount recount = new Recount(all.values());
          long registered = store.tickets.search(event, "").tickets().size();
          assertEquals(recount.stats(registered, clock.instant()), store.book.stats(event));
          assertEquals(recount.rows(), store.book.checkIns(event, 0, Long.MAX_VALUE, 10_000));
          assertEquals(
              new RecountedConflicts(all.values()).found(),
              store.book.conflicts(event).stream().map(RecountedConflicts.Found::of).toList());
          long gone = store.book.forgotten(event);
          assertEquals(
              List.copyOf(all.tailMap(gone, false).values()),
              store.book.changes(event, gone, 10_000));
          checkPast(event, all);
        });
    checkStaff();
  }

  private void checkPast(String event, NavigableMap<Long, Change> all) {
    long gone = store.book.forgotten(event);
    long moment = gone + random.nextInt((int) (all.size() - gone) + 1);
    List<ScanRecord> rows = store.book.checkIns(event, 0, moment, 10_000);
    assertEquals(rows.size(), store.book.checkedIn(event, moment));
    if (gone == 0) {
      assertEquals(new Recount(all.headMap(moment, true).values()).rows(), rows);
    }
  }

  private void checkStaff() {
    for (Staff staff : People.ALL) {
      Whose whose = new Whose.Own(staff);
      long rows =
          eventIdToAll.values().stream()
              .flatMap(all -> new Recount(all.values()).rows().stream())
              .filter(row -> row.staffId().equals(staff.number()))
              .count();
      CheckInList list = store.book.checkInsBy(whose, Optional.empty(), 0, Integer.MAX_VALUE);
      assertEquals(rows, list.total());
      assertEquals(rows, list.checkIns().size());
    }
  }

  private void scan(String event) {
    Direction direction = random.nextInt(3) == 0 ? Direction.OUT : Direction.IN;
    Optional<String> key =
        random.nextInt(4) == 0 ? Optional.of("k" + random.nextInt(4)) : Optional.empty();
    Scan scan = scan(event, direction, clock.instant(), key);
    tried(store.doors.scan(scan)).ifPresent(outcome -> keyed(scan, outcome));
  }

  /** The same key within a day is the same scan. */
  private void keyed(Scan scan, Outcome outcome) {
    Optional<String> key = scan.key().map(k -> scan.staff().id() + k);
    Optional<Change> before =
        key.map(k -> keyToSeq.get(scan.eventId() + k))
            .map(eventIdToAll.get(scan.eventId())::get)
            .filter(change -> !change.at().plus(Duration.ofDays(1)).isBefore(scan.at()));
    before.ifPresent(change -> assertEquals(change, outcome.scan()));
    keep(outcome.scan());
    key.ifPresent(
        k -> {
          eventIdToAll.keySet().forEach(event -> keyToSeq.remove(event + k));
          keyToSeq.put(scan.eventId() + k, outcome.scan().seq());
        });
  }

  private void group(String event) {
    List<Scan> scans =
        IntStream.range(0, 1 + random.nextInt(3))
            .mapToObj(i -> scan(event, Direction.IN, clock.instant(), Optional.empty()))
            .toList();
    List<Outcome> outcomes = tried(store.doors.scanAll(scans)).orElseThrow();
    boolean all = outcomes.stream().allMatch(outcome -> outcome.scan().refusal().isEmpty());
    long tickets = outcomes.stream().map(outcome -> outcome.scan().ticketId()).distinct().count();
    if (tickets == outcomes.size()) {
      outcomes.stream()
          .map(Outcome::scan)
          .filter(scan -> all || scan.refusal().isPresent())
          .forEach(this::keep);
    }
  }

  private void undo(String event) {
    tried(store.doors.undo(event, ticket(), staff(), clock.instant(), "x")).ifPresent(this::keep);
  }

  private void batch(String event) {
    List<LateScan> late = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      Direction direction = random.nextInt(4) == 0 ? Direction.OUT : Direction.IN;
      Instant at = clock.instant().minusSeconds(random.nextInt(10_000) - 60);
      Scan scan = scan(event, direction, at, Optional.empty());
      late.add(new LateScan("n" + random.nextInt(30), scan, turnedAway()));
    }
    store.doors.merge(late, clock.instant()).await().forEach(outcome -> keep(outcome.scan()));
  }

  private Optional<Refusal> turnedAway() {
    return random.nextInt(5) == 0 ? Optional.of(Refusal.WRONG_GATE) : Optional.empty();
  }

  private void revoke(String event) {
    Optional<String> reason = random.nextBoolean() ? Optional.of("sold on") : Optional.empty();
    tried(store.tickets.setRevoked(event, ticket(), reason));
  }

  private void rules(String event) {
    Optional<Integer> capacity =
        random.nextBoolean() ? Optional.of(1 + random.nextInt(4)) : Optional.empty();
    Optional<Instant> closesAt =
        random.nextInt(4) == 0 ? Optional.of(clock.instant().plusSeconds(600)) : Optional.empty();
    Rules rules = new Rules(random.nextBoolean(), capacity, Optional.empty(), closesAt);
    store.tickets.setRules(event, rules).await();
  }

  private void list(String event) {
    List<Ticket> tickets =
        IntStream.range(0, 1 + random.nextInt(6)).mapToObj(i -> listed("T" + i)).toList();
    if (random.nextBoolean()) {
      store.tickets.replace(event, tickets).await();
    } else {
      store.tickets.add(event, tickets).await();
    }
  }

  private Ticket listed(String id) {
    List<String> gates = random.nextInt(4) == 0 ? List.of("A") : List.of();
    Optional<String> type = Optional.of(random.nextBoolean() ? "vip" : "day");
    return new Ticket(id, Optional.empty(), type, gates, Optional.empty());
  }

  private void resolve(String event) {
    List<Conflict> conflicts = store.book.conflicts(event);
    if (!conflicts.isEmpty()) {
      long id = conflicts.get(random.nextInt(conflicts.size())).id();
      Conflict done = store.doors.resolve(event, id, staff(), clock.instant(), "seen").await();
      keep(done.resolution().orElseThrow());
    }
  }

  private void keep(Change change) {
    Change before = eventIdToAll.get(change.eventId()).put(change.seq(), change);
    if (before != null) {
      assertEquals(before, change);
    }
  }

  private Scan scan(String event, Direction direction, Instant at, Optional<String> key) {
    String gate = random.nextBoolean() ? "A" : "";
    String device = random.nextInt(4) == 0 ? "" : "d" + random.nextInt(3);
    return new Scan(event, ticket(), gate, device, direction, staff(), at, key);
  }

  private String ticket() {
    return "T" + random.nextInt(8);
  }

  private Staff staff() {
    return People.ALL.get(random.nextInt(People.ALL.size()));
  }

  /** Empty when it was refused with a reason that clients see. */
  private static <T> Optional<T> tried(Future<T> future) {
    try {
      return Optional.of(future.await());
    } catch (Problem refused) {
      return Optional.empty();
    }
  }
}
