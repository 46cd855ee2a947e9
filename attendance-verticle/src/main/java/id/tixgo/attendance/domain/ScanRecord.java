package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A ticket that was held up at a door, and what came of it.
 *
 * @param gate where; empty when the door has no name
 * @param deviceId the scanner; empty when it has no name
 * @param refusal why it was turned away; empty when it was let through
 * @param first whether this is the check-in that counts: the ticket had not entered before
 * @param ticketType as the event's list said then
 * @param offline present for a scan that arrived later, in a batch
 * @param key the client's own key of the request, for {@code Idempotency-Key}
 */
public record ScanRecord(
    String eventId,
    String ticketId,
    String staff,
    Optional<Long> staffId,
    Instant at,
    String gate,
    String deviceId,
    Direction direction,
    Optional<Refusal> refusal,
    boolean first,
    Optional<String> ticketType,
    Optional<String> key,
    Optional<OfflineInfo> offline,
    long seq)
    implements Change, TicketTrace {
  /**
   * The one order of scans that all arrivals agree on. What a device made at one time, as far as we
   * know, is as its own clock says, and else as it was handed in; but where that clock can't be
   * right, as it stood in the batch.
   */
  private static final Comparator<ScanRecord> ORDER =
      Comparator.comparing(ScanRecord::at)
          .thenComparing(ScanRecord::device, ScanDevice.ORDER)
          .thenComparing(scan -> scan.offline().flatMap(OfflineInfo::place).orElse(0))
          .thenComparing(scan -> scan.offline().flatMap(OfflineInfo::deviceTime).orElse(scan.at()))
          .thenComparing(ScanRecord::seq);

  public ScanRecord {
    requireNonNull(eventId);
    ticketId = TicketCode.ofStored(ticketId);
    requireNonNull(staff);
    requireNonNull(staffId);
    requireNonNull(at);
    requireNonNull(gate);
    requireNonNull(deviceId);
    requireNonNull(direction);
    requireNonNull(refusal);
    requireNonNull(ticketType);
    requireNonNull(key);
    requireNonNull(offline);
  }

  /** Unique over all events, and stored nowhere: {@code <event id>-<seq>}. */
  public String id() {
    return eventId + "-" + seq;
  }

  /** What is known of a ticket that was let in with this scan, and of nothing else. */
  @Override
  public TicketState state() {
    return TicketState.NEW.after(this);
  }

  ScanRecord numbered(long number) {
    return with(first, offline, number);
  }

  /** Whether it says of itself that it let in a ticket that nobody knew to have entered. */
  public boolean isOfTwin() {
    return first && offline.flatMap(OfflineInfo::other).isEmpty();
  }

  /** The same as one more scan of a ticket that has entered. */
  public ScanRecord second() {
    return with(false, offline, seq);
  }

  /** The same of an entry made offline that had been taken back by that when it was handed in. */
  public ScanRecord takenBack(Undo undo) {
    return with(false, offline.map(known -> known.about(Optional.of(undo.undoneSeq()))), seq);
  }

  private ScanRecord with(boolean isFirst, Optional<OfflineInfo> handedIn, long number) {
    return new ScanRecord(
        eventId,
        ticketId,
        staff,
        staffId,
        at,
        gate,
        deviceId,
        direction,
        refusal,
        isFirst,
        ticketType,
        key,
        handedIn,
        number);
  }

  /** What it was made with. */
  public ScanDevice device() {
    return ScanDevice.of(staffId, staff, deviceId);
  }

  public boolean isEntry() {
    return refusal.isEmpty() && direction == Direction.IN;
  }

  public boolean isExit() {
    return refusal.isEmpty() && direction == Direction.OUT;
  }

  boolean isBefore(ScanRecord scan) {
    return ORDER.compare(this, scan) < 0;
  }

  /** Whether it says the same of who made it and with what; a quick look. */
  boolean isMadeLike(ScanRecord other) {
    return deviceId.equals(other.deviceId)
        && staff.equals(other.staff)
        && staffId.equals(other.staffId);
  }

  /** Whether another device let the same ticket in. */
  public boolean isConflict(ScanRecord other) {
    return isEntry() && !device().is(other.device());
  }

  /** Whether it is what that scan became, whoever made it and when. */
  public boolean isOf(Scan scan) {
    return eventId.equals(scan.eventId())
        && ticketId.equals(scan.ticketId())
        && gate.equals(scan.gate())
        && deviceId.equals(scan.deviceId())
        && direction == scan.direction();
  }
}
