package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.CheckIn;
import id.tixgo.common.journal.Table;
import id.tixgo.common.journal.Tables;
import io.vertx.core.shareddata.Shareable;
import io.vertx.core.shareddata.SharedData;

/** One event's check-ins, by ticket and by {@code seq}. */
final class EventBook implements Shareable {
  final Table<CheckIn> ticketToCheckIn;
  private final Series order;

  EventBook(SharedData shared, Tables tables, String eventId) {
    this.ticketToCheckIn = tables.open("attendance.tickets." + eventId);
    this.order = new Series(shared, "attendance.order." + eventId);
  }

  void add(CheckIn checkIn) {
    ticketToCheckIn.put(checkIn.ticketId(), checkIn);
    order.set(checkIn.seq(), checkIn);
  }

  CheckIn checkIn(long seq) {
    return order.get(seq);
  }
}
