package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.OfflineInfo;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.TicketLists;
import id.tixgo.common.http.Call;
import id.tixgo.common.sheet.Column;
import id.tixgo.common.sheet.Sheet;
import id.tixgo.common.sheet.SheetFormat;
import id.tixgo.common.sheet.Zone;
import id.tixgo.common.time.Timestamps;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An event's attendance, scans and tickets as sheets, with who holds a ticket: for staff alone. */
public final class EventSheets {
  private static final int BATCH = 250;

  private final TicketLists lists;

  public EventSheets(TicketLists lists) {
    this.lists = requireNonNull(lists);
  }

  /** What a sheet's content depends on besides the event's changes, for its {@code ETag}. */
  String version(Call call, SheetFormat format, Zone zone) {
    return String.join(
        "-",
        String.valueOf(lists.version(call.path("event_id"))),
        format.extension(),
        zone.id().getId());
  }

  Sheet<ScanRecord> attendance(Call call, Zone zone, Iterator<List<ScanRecord>> records) {
    List<Column<ScanRecord>> columns =
        List.of(
            new Column<>("ticket_type", scan -> scan.ticketType().orElse(null)),
            new Column<>("checked_in_at", scan -> zone.local(scan.at())),
            new Column<>("time_zone", scan -> zone.id().getId()),
            new Column<>("checked_in_at_utc", scan -> Timestamps.format(scan.at())),
            new Column<>("gate", scan -> RecordJson.nullIfEmpty(scan.gate())),
            new Column<>("device_id", scan -> RecordJson.nullIfEmpty(scan.deviceId())),
            new Column<>("checked_in_by", ScanRecord::staff),
            new Column<>("direction", scan -> scan.direction().json()),
            new Column<>("seq", ScanRecord::seq),
            new Column<>("checkin_id", ScanRecord::id),
            new Column<>("time_flag", RecordJson::timeFlag));
    return sheet(call, "attendance-", columns, records);
  }

  Sheet<Change> scans(Call call, Zone zone, Iterator<List<Change>> changes) {
    List<Column<Change>> columns =
        List.of(
            ofScan("ticket_type", scan -> scan.ticketType().orElse(null)),
            new Column<>("kind", ChangeJson::kind),
            ofScan("code", scan -> scan.refusal().map(Refusal::name).orElse(null)),
            new Column<>("at", change -> zone.local(change.at())),
            new Column<>("time_zone", change -> zone.id().getId()),
            new Column<>("at_utc", change -> Timestamps.format(change.at())),
            ofScan("gate", scan -> RecordJson.nullIfEmpty(scan.gate())),
            ofScan("device_id", scan -> RecordJson.nullIfEmpty(scan.deviceId())),
            new Column<>("staff", Change::staff),
            ofScan("direction", scan -> scan.direction().json()),
            new Column<>("reason", change -> ChangeJson.of(change).reason()),
            ofScan("offline", scan -> scan.offline().isPresent()),
            ofScan("clamped", scan -> scan.offline().map(OfflineInfo::clamped).orElse(false)),
            ofScan(
                "synced_at",
                scan -> scan.offline().map(late -> zone.local(late.syncedAt())).orElse(null)),
            new Column<>("other_seq", change -> ChangeJson.of(change).otherSeq()),
            new Column<>("seq", Change::seq),
            ofScan("time_flag", RecordJson::timeFlag),
            ofScan("device_time_utc", EventSheets::deviceTime));
    return sheet(call, "scans-", columns, changes);
  }

  Sheet<ListedTicket> tickets(Call call, Zone zone, List<ListedTicket> tickets) {
    return new Sheet<>(
        "tickets-" + call.path("event_id"),
        List.of(
            new Column<>("ticket_id", listed -> listed.ticket().ticketId()),
            new Column<>("holder_name", listed -> listed.ticket().holderName().orElse(null)),
            new Column<>("ticket_type", listed -> listed.ticket().ticketType().orElse(null)),
            new Column<>("gates", listed -> String.join(";", listed.ticket().gates())),
            new Column<>("state", listed -> listed.presence().json()),
            new Column<>("revoked", listed -> listed.ticket().revoked().orElse(null)),
            ofEntry("checked_in_at", scan -> zone.local(scan.at())),
            new Column<>("time_zone", listed -> zone.id().getId()),
            ofEntry("checked_in_at_utc", scan -> Timestamps.format(scan.at())),
            ofEntry("gate", scan -> RecordJson.nullIfEmpty(scan.gate())),
            ofEntry("checked_in_by", ScanRecord::staff)),
        batches(tickets));
  }

  /** At least one. */
  private static <T> Iterator<List<T>> batches(List<T> all) {
    int most = all.size();
    return IntStream.iterate(0, from -> from == 0 || from < most, from -> from + BATCH)
        .mapToObj(from -> all.subList(from, Math.min(from + BATCH, most)))
        .iterator();
  }

  private static Column<ListedTicket> ofEntry(String name, Function<ScanRecord, Object> value) {
    return new Column<>(name, listed -> listed.state().checkIn().map(value).orElse(null));
  }

  private <T extends Change> Sheet<T> sheet(
      Call call, String prefix, List<Column<T>> columns, Iterator<List<T>> batches) {
    Stream<Column<T>> first =
        Stream.of(
            new Column<>("ticket_id", Change::ticketId), new Column<>("holder_name", this::holder));
    return new Sheet<>(
        prefix + call.path("event_id"), Stream.concat(first, columns.stream()).toList(), batches);
  }

  private String holder(Change change) {
    return lists.find(change.eventId(), change.ticketId()).flatMap(Ticket::holderName).orElse(null);
  }

  private static String deviceTime(ScanRecord scan) {
    return scan.offline().flatMap(OfflineInfo::deviceTime).map(Timestamps::format).orElse(null);
  }

  private static Column<Change> ofScan(String name, Function<ScanRecord, Object> value) {
    return new Column<>(
        name, change -> change instanceof ScanRecord scan ? value.apply(scan) : null);
  }
}
