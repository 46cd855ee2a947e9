package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.CheckInList;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Whose;
import id.tixgo.attendance.store.StaffBook.Moment;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import io.vertx.core.shareddata.SharedData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Who checked in whom: for each account and event, the check-ins in their order. Changed by the
 * store alone, as they are stored; read by anyone.
 */
final class CheckInsByStaff {
  private final SharedData shared;
  private final LocalMap<Long, StaffBook> numberToBook;
  private final LocalMap<String, Namesakes> nameToBooks;

  /** The books of all accounts that ever had a name, and that of what states no number. */
  private record Namesakes(List<StaffBook> books) implements Shareable {
    Namesakes() {
      this(new CopyOnWriteArrayList<>());
    }

    Optional<StaffBook> unnumbered() {
      return books.stream().filter(book -> !book.isNumbered()).findAny();
    }
  }

  CheckInsByStaff(SharedData shared) {
    this.shared = requireNonNull(shared);
    this.numberToBook = shared.getLocalMap("attendance.staff-numbers");
    this.nameToBooks = shared.getLocalMap("attendance.staff-names");
  }

  /** One more check-in counts, or one less. */
  void count(ScanRecord checkIn, int step) {
    book(checkIn).count(checkIn, step);
  }

  /** A page of them, of one moment. */
  CheckInList list(Whose whose, Optional<String> eventId, long offset, int limit) {
    List<Moment> moments = pages(whose, eventId).map(StaffBook.Page::now).toList();
    return new CheckInList(
        between(moments, offset, offset + limit),
        moments.stream().mapToLong(Moment::places).sum(),
        moments.stream().mapToLong(Moment::counting).sum());
  }

  /** Those at the places from one to another, as if all pages were one. */
  private static List<ScanRecord> between(List<Moment> moments, long from, long to) {
    List<ScanRecord> list = new ArrayList<>();
    long before = 0;
    for (Moment page : moments) {
      long places = page.places();
      page.between(within(from - before, places), within(to - before, places)).forEach(list::add);
      before += places;
    }
    return list;
  }

  private static long within(long place, long places) {
    return Math.max(0, Math.min(place, places));
  }

  /** The last name of an account that checked anyone in. */
  Optional<String> name(long id) {
    return Optional.ofNullable(numberToBook.get(id)).map(StaffBook::name);
  }

  private Stream<StaffBook.Page> pages(Whose whose, Optional<String> eventId) {
    Map<String, List<StaffBook.Page>> eventIdToPages = new LinkedHashMap<>();
    books(whose)
        .flatMap(book -> book.pages(eventId))
        .forEach(
            page ->
                eventIdToPages.computeIfAbsent(page.eventId(), id -> new ArrayList<>()).add(page));
    return eventIdToPages.values().stream().flatMap(List::stream);
  }

  private Stream<StaffBook> books(Whose whose) {
    if (whose instanceof Whose.Own own) {
      Stream<StaffBook> before =
          named(own.staff().name()).unnumbered().stream()
              .filter(book -> own.staff().ownsUnnumbered(book.oldest()));
      return Stream.concat(before, numbered(own.staff().id()));
    }
    return whose instanceof Whose.Numbered account
        ? numbered(account.id())
        : named(((Whose.Named) whose).name()).books().stream();
  }

  private Stream<StaffBook> numbered(long id) {
    return Stream.ofNullable(numberToBook.get(id));
  }

  private Namesakes named(String name) {
    Namesakes known = nameToBooks.get(key(name));
    return known == null ? new Namesakes() : known;
  }

  private StaffBook book(ScanRecord checkIn) {
    Optional<StaffBook> known =
        checkIn.staffId().isPresent()
            ? Optional.ofNullable(numberToBook.get(checkIn.staffId().get()))
            : named(checkIn.staff()).unnumbered();
    return known.orElseGet(() -> begin(checkIn));
  }

  private StaffBook begin(ScanRecord checkIn) {
    StaffBook book = new StaffBook(shared, checkIn);
    checkIn.staffId().ifPresent(id -> numberToBook.put(id, book));
    nameToBooks.computeIfAbsent(key(checkIn.staff()), name -> new Namesakes()).books().add(book);
    return book;
  }

  /** Identity takes names that differ by case alone for one. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
