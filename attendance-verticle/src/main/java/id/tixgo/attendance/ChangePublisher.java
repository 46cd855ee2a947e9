package id.tixgo.attendance;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.clients.attendance.AttendanceChanges;
import id.tixgo.common.clients.attendance.AttendanceChanges.Change;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the bus what changed, once for all that one turn of the event loop brought: a message costs
 * as much as half a check-in. For one event loop.
 */
final class ChangePublisher {
  private final Context context;
  private final Bus bus;
  private Map<String, List<Change>> eventIdToChanges = new LinkedHashMap<>();

  ChangePublisher(Context context, Bus bus) {
    this.context = requireNonNull(context);
    this.bus = requireNonNull(bus);
  }

  void add(id.tixgo.attendance.domain.Change change) {
    if (eventIdToChanges.isEmpty()) {
      context.runOnContext(turn -> publish());
    }
    eventIdToChanges
        .computeIfAbsent(change.eventId(), id -> new ArrayList<>())
        .add(new Change(change.ticketId(), change.seq()));
  }

  private void publish() {
    Map<String, List<Change>> all = eventIdToChanges;
    eventIdToChanges = new LinkedHashMap<>();
    all.forEach(
        (eventId, changes) ->
            bus.publish(
                AttendanceChanges.address(eventId), new AttendanceChanges(eventId, changes)));
  }
}
