package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Ticket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One copy of each name that many records have in common. For one thread. */
final class StringPool {
  private final Map<String, String> all = new HashMap<>();
  private final Map<Optional<Long>, Optional<Long>> numbers = new HashMap<>();

  ScanRecord share(ScanRecord s) {
    return new ScanRecord(
        name(s.eventId()),
        s.ticketId(),
        name(s.staff()),
        number(s.staffId()),
        s.at(),
        name(s.gate()),
        name(s.deviceId()),
        s.direction(),
        s.refusal(),
        s.first(),
        name(s.ticketType()),
        s.key(),
        s.offline(),
        s.seq());
  }

  Ticket share(Ticket t) {
    List<String> gates = t.gates().stream().map(this::name).toList();
    return new Ticket(t.ticketId(), t.holderName(), name(t.ticketType()), gates, t.revoked());
  }

  SoldTicket share(SoldTicket s) {
    return new SoldTicket(
        name(s.eventId()), name(s.ticketTypeId()), share(s.ticket()), s.takenBack());
  }

  private Optional<Long> number(Optional<Long> id) {
    return numbers.computeIfAbsent(id, n -> n);
  }

  private Optional<String> name(Optional<String> text) {
    return text.isEmpty() ? text : Optional.of(name(text.get()));
  }

  private String name(String text) {
    return all.computeIfAbsent(text, t -> t);
  }
}
