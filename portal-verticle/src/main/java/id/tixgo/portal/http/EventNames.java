package id.tixgo.portal.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Call;
import id.tixgo.portal.client.PortalAttendance;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events' titles by their ids: asked for side by side, but not more than a few at a time. */
final class EventNames {
  private static final int AT_A_TIME = 32;

  private final PortalAttendance attendance;

  EventNames(PortalAttendance attendance) {
    this.attendance = requireNonNull(attendance);
  }

  /** Those of the events that there are. */
  Future<Map<String, String>> of(Set<String> ids, Call call) {
    Map<String, String> idToName = new HashMap<>();
    List<String> all = List.copyOf(ids);
    Future<?> asked = Future.succeededFuture();
    for (int from = 0; from < all.size(); from += AT_A_TIME) {
      List<String> some = all.subList(from, Math.min(from + AT_A_TIME, all.size()));
      asked = asked.compose(before -> ask(some, call, idToName));
    }
    return asked.map(idToName);
  }

  private Future<?> ask(List<String> ids, Call call, Map<String, String> idToName) {
    return Future.all(ids.stream().map(id -> ask(id, call, idToName)).toList());
  }

  private Future<?> ask(String id, Call call, Map<String, String> idToName) {
    return attendance
        .event(id, call)
        .onSuccess(found -> found.ifPresent(event -> idToName.put(id, event.title())));
  }
}
