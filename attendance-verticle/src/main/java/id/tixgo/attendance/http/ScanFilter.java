package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.TicketCode;
import id.tixgo.attendance.domain.TicketLists;
import id.tixgo.common.http.Call;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.text.Blanks;
import id.tixgo.common.text.SearchText;
import id.tixgo.common.time.Timestamps;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which scans a call asks for. */
final class ScanFilter implements Predicate<Change> {
  private final TicketLists lists;
  private final Predicate<Change> wanted;

  ScanFilter(Call call, TicketLists lists) {
    this.lists = requireNonNull(lists);
    this.wanted =
        is(call, "kind", ChangeJson::kind)
            .and(is(call, "code", ofScan(scan -> scan.refusal().map(Refusal::name).orElse(""))))
            .and(call.query("gate").map(ScanFilter::at).orElse(change -> true))
            .and(call.query("staff").map(ScanFilter::by).orElse(change -> true))
            .and(time(call, "from").map(ScanFilter::notBefore).orElse(change -> true))
            .and(time(call, "to").map(ScanFilter::notAfter).orElse(change -> true))
            .and(call.query("q").map(this::found).orElse(change -> true));
  }

  @Override
  public boolean test(Change change) {
    return wanted.test(change);
  }

  private static Predicate<Change> is(Call call, String name, Function<Change, String> value) {
    Optional<String> asked = call.query(name);
    return change -> asked.isEmpty() || asked.get().equals(value.apply(change));
  }

  /** As a ticket's gates are compared. */
  private static Predicate<Change> at(String asked) {
    String gate = Blanks.cut(asked);
    Function<Change, String> known = ofScan(ScanRecord::gate);
    return change -> gate.equalsIgnoreCase(known.apply(change));
  }

  /** As Identity compares names. */
  private static Predicate<Change> by(String asked) {
    return change -> asked.equalsIgnoreCase(change.staff());
  }

  private static Function<Change, String> ofScan(Function<ScanRecord, String> value) {
    return change -> change instanceof ScanRecord scan ? value.apply(scan) : "";
  }

  private static Predicate<Change> notBefore(Instant time) {
    return change -> !change.at().isBefore(time);
  }

  private static Predicate<Change> notAfter(Instant time) {
    return change -> !change.at().isAfter(time);
  }

  /** By a part of the code, or of the holder's name. */
  private Predicate<Change> found(String text) {
    String part = SearchText.of(Blanks.cut(text));
    String code = TicketCode.of(text).map(SearchText::of).orElse(part);
    return change ->
        SearchText.of(change.ticketId()).contains(code)
            || holder(change).map(name -> SearchText.of(name).contains(part)).orElse(false);
  }

  private Optional<String> holder(Change change) {
    return lists.find(change.eventId(), change.ticketId()).flatMap(Ticket::holderName);
  }

  private static Optional<Instant> time(Call call, String name) {
    return call.query(name)
        .map(
            text ->
                Timestamps.parse(text)
                    .orElseThrow(
                        () ->
                            Problem.invalid(
                                "query." + name,
                                "is not an ISO-8601 time with an offset",
                                "format")));
  }
}
