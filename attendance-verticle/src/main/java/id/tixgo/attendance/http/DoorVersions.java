package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.EventDirectory;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.TicketLists;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import java.util.List;
import java.util.Optional;

/**
 * Names the state of what a door keeps of an event, its ticket list and its rules: a door that
 * polls the feed learns from the name, within seconds, that a ticket was revoked or the event
 * cancelled. After a restart every name is another one.
 */
public final class DoorVersions {
  static final String HEADER = "X-Door-Version";
  private static final char DOT = '.';

  private final TicketLists lists;
  private final EventDirectory events;
  private final String storeTag;

  public DoorVersions(TicketLists lists, EventDirectory events, String storeTag) {
    this.lists = requireNonNull(lists);
    this.events = requireNonNull(events);
    this.storeTag = requireNonNull(storeTag);
  }

  String of(String eventId) {
    String event = events.find(eventId).map(e -> Integer.toHexString(e.hashCode())).orElse("");
    return storeTag + DOT + lists.version(eventId) + DOT + event;
  }

  /** Fails with {@code LIST_EXPIRED} when the list has to be read whole. */
  List<Ticket> changedSince(String eventId, String version) {
    return number(version)
        .flatMap(number -> lists.changedSince(eventId, number))
        .orElseThrow(DoorVersions::expired);
  }

  private Optional<Long> number(String version) {
    String prefix = storeTag + DOT;
    int end = version.lastIndexOf(DOT);
    try {
      return version.startsWith(prefix) && end > prefix.length()
          ? Optional.of(Long.valueOf(version.substring(prefix.length(), end)))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Problem expired() {
    return Problem.of(
        ProblemKind.GONE,
        "LIST_EXPIRED",
        "What changed since that version can't be said. Read the list whole.");
  }
}
