package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import java.time.Instant;
import java.util.List;

/**
 * Offers what becomes free to those who wait for it, before anybody else can have it. The first
 * whose places are all there comes first.
 */
public final class WaitingLine {
  private final Holds holds;

  public WaitingLine(Holds holds) {
    this.holds = requireNonNull(holds);
  }

  /** Offers what there is. */
  public void serve(Desk desk, Instant now) {
    for (String typeId : desk.typesWaitedFor()) {
      desk.ticketType(typeId).ifPresent(type -> serve(desk, type, now));
    }
  }

  private void serve(Desk desk, TicketType type, Instant now) {
    HoldRules rules = new HoldRules(desk, now);
    for (WaitingEntry entry :
        rules.left(type) == 0 ? List.<WaitingEntry>of() : desk.waitingFor(type.id())) {
      if (entry.quantity() <= rules.left(type)) {
        offer(desk, entry, now);
      }
    }
  }

  /** What isn't on sale now is offered when it is. */
  private void offer(Desk desk, WaitingEntry entry, Instant now) {
    try {
      desk.put(entry.offered(holds.offer(desk, entry, now).id()));
    } catch (Problem notNow) {
      return;
    }
  }
}
