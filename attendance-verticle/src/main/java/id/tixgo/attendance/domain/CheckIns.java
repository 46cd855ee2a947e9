package id.tixgo.attendance.domain;

import id.tixgo.common.scope.Once;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets tickets through. Each call is one atomic step, kept before it is answered. */
public interface CheckIns {
  /**
   * A scan that a device made while it was offline.
   *
   * @param nonce the device's own name of it
   * @param scan at the time by our clock, as far as that is known
   * @param refusal why the device turned the ticket away; empty when it let it through
   * @param clock what is known of the device's clock
   * @param unlisted whether its list didn't have the ticket, and the signature let it through
   */
  record LateScan(
      String nonce, Scan scan, Optional<Refusal> refusal, DeviceClock clock, boolean unlisted) {
    /** One of a device that didn't say what time it had. */
    public LateScan(String nonce, Scan scan, Optional<Refusal> refusal) {
      this(nonce, scan, refusal, DeviceClock.UNKNOWN);
    }

    /** One of a ticket that the device knew, or of which it knew nothing. */
    public LateScan(String nonce, Scan scan, Optional<Refusal> refusal, DeviceClock clock) {
      this(nonce, scan, refusal, clock, false);
    }

    /** A signature says that the ticket was sold, whatever our list has heard of it by now. */
    boolean isTold(Refusal why) {
      return !(unlisted && why == Refusal.UNKNOWN_TICKET);
    }

    /** The same of a ticket whose signature isn't good: the list alone decides. */
    public LateScan unproven() {
      return new LateScan(nonce, scan, refusal, clock, false);
    }

    /** The same of a scan that is spelled otherwise. */
    public LateScan of(Scan spelled) {
      return new LateScan(nonce, spelled, refusal, clock, unlisted);
    }
  }

  /**
   * Lets a ticket through or turns it away; kept either way. The same {@link Scan#key()} of the
   * same member of staff gives the first outcome again; fails with {@code KEY_REUSED} for another
   * scan.
   */
  Future<Outcome> scan(Scan scan);

  /** What {@link #scan} would say; changes nothing. */
  Future<Outcome> tryOut(Scan scan);

  /** Lets all tickets of one event in, or turns all away and keeps the refusals. */
  Future<List<Outcome>> scanAll(List<Scan> scans, Once<List<Outcome>> once);

  default Future<List<Outcome>> scanAll(List<Scan> scans) {
    return scanAll(scans, Once.eachTime());
  }

  /**
   * Takes over what a device scanned while it was offline, in the order of its times; completes
   * with the outcomes in the order given, by all that is known then: none has changed of what came
   * before, by device and nonce, unless more was heard of its ticket.
   */
  Future<List<Outcome>> merge(List<LateScan> scans, Instant syncedAt);

  /** Says what was found out about a conflict; fails with {@code NOT_FOUND}. */
  Future<Conflict> resolve(
      String eventId, long conflict, Staff staff, Instant at, String note, Once<Conflict> once);

  default Future<Conflict> resolve(
      String eventId, long conflict, Staff staff, Instant at, String note) {
    return resolve(eventId, conflict, staff, at, note, Once.eachTime());
  }

  /** Takes a check-in back; fails with {@code NOT_FOUND} when the ticket hasn't entered. */
  Future<Undo> undo(String eventId, String ticketId, Staff staff, Instant at, String reason);
}
