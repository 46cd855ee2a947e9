package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.CheckIns.LateScan;
import id.tixgo.attendance.domain.DeviceClock;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.domain.SignedTicket;
import id.tixgo.attendance.domain.Staff;
import id.tixgo.attendance.domain.TicketCode;
import id.tixgo.attendance.domain.TicketKey;
import id.tixgo.common.problem.Violation;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One scan of a batch.
 *
 * @param nonce the device's own name of it; empty where it can't be read
 * @param scan what can be taken over; empty when something is wrong with it
 * @param text the ticket as its device read it; only of one that can be taken over
 * @param errors what is wrong
 */
record BatchScan(
    Optional<String> nonce, Optional<LateScan> scan, String text, List<Violation> errors) {
  static final String WANTED = "must be 1 to 128 characters, none of them a control character";
  private static final int LONGEST = 128;
  private static final int LONGEST_GATE = 64;
  private static final Set<String> WAYS = Set.of("in", "out");

  BatchScan {
    requireNonNull(nonce);
    requireNonNull(scan);
    requireNonNull(text);
    errors = List.copyOf(errors);
  }

  private static BatchScan invalid(Optional<String> nonce, List<Violation> errors) {
    return new BatchScan(nonce, Optional.empty(), "", errors);
  }

  /** Whether its device let it in by the signature alone. */
  boolean isUnlisted() {
    return scan.filter(LateScan::unlisted).isPresent();
  }

  /** The same once the signature was looked at, which a device only says was good. */
  BatchScan verified(List<TicketKey> keys) {
    boolean good = scan.filter(late -> isGenuine(late.scan().eventId(), keys)).isPresent();
    return !isUnlisted() || good
        ? this
        : new BatchScan(nonce, scan.map(LateScan::unproven), text, errors);
  }

  private boolean isGenuine(String eventId, List<TicketKey> keys) {
    return SignedTicket.of(text).filter(ticket -> ticket.isGenuine(eventId, keys)).isPresent();
  }

  /** Whatever a client has put there. */
  static BatchScan read(int place, Object given, String deviceId, Staff staff, DeviceClock clock) {
    if (given instanceof JsonObject members) {
      return new Reader("body.scans[" + place + "]", members).read(deviceId, staff, clock);
    }
    Violation wrong = new Violation("body.scans[" + place + "]", "must be an object", "type");
    return invalid(Optional.empty(), List.of(wrong));
  }

  static boolean isFit(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.chars().noneMatch(c -> c < 32 || c == 127);
  }

  /** Reads the members of one, and puts down what is wrong with each. */
  private record Reader(String place, JsonObject members, List<Violation> errors) {
    Reader(String place, JsonObject members) {
      this(place, members, new ArrayList<>());
    }

    BatchScan read(String deviceId, Staff staff, DeviceClock clock) {
      String nonce = required("nonce", BatchScan::isFit, WANTED);
      String event = required("event_id", BatchScan::isFit, WANTED);
      String ticket = required("ticket_id", t -> TicketCode.of(t).isPresent(), TicketCode.WANTED);
      String time = required("scanned_at", t -> Timestamps.parse(t).isPresent(), Timestamps.WANTED);
      String gate =
          optional("gate", g -> g.length() <= LONGEST_GATE, "must have at most 64 characters");
      String way = optional("direction", WAYS::contains, "must be in or out");
      String code = optional("code", c -> refusal(c).isPresent(), "must be that of a refusal");
      boolean unlisted = flag("unlisted");
      Optional<String> name = Optional.ofNullable(nonce).filter(BatchScan::isFit);
      if (!errors.isEmpty()) {
        return invalid(name, errors);
      }
      Instant at = clock.ours(Timestamps.parse(time).orElseThrow());
      Scan scan =
          new CheckInBody(event, ticket, gate, deviceId, way).toScan(staff, at, Optional.empty());
      Optional<Refusal> refusal = Optional.ofNullable(code).flatMap(Reader::refusal);
      LateScan late = new LateScan(nonce, scan, refusal, clock, unlisted && refusal.isEmpty());
      return new BatchScan(name, Optional.of(late), ticket, List.of());
    }

    private String required(String name, Predicate<String> fit, String wanted) {
      if (members.getValue(name) == null) {
        errors.add(new Violation(place + "." + name, "is required", "required"));
        return null;
      }
      return optional(name, fit, wanted);
    }

    /** Null where there is none. */
    private String optional(String name, Predicate<String> fit, String wanted) {
      Object value = members.getValue(name);
      if (value != null && !(value instanceof String)) {
        errors.add(new Violation(place + "." + name, "must be a text", "type"));
        return null;
      }
      String text = (String) value;
      if (text != null && !fit.test(text)) {
        errors.add(new Violation(place + "." + name, wanted, "pattern"));
      }
      return text;
    }

    private boolean flag(String name) {
      Object value = members.getValue(name);
      if (value != null && !(value instanceof Boolean)) {
        errors.add(new Violation(place + "." + name, "must be true or false", "type"));
      }
      return Boolean.TRUE.equals(value);
    }

    private static Optional<Refusal> refusal(String code) {
      return Stream.of(Refusal.values()).filter(refusal -> refusal.name().equals(code)).findAny();
    }
  }
}
