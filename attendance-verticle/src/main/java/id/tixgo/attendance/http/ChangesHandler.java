package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceQueries;
import id.tixgo.attendance.domain.Change;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import io.vertx.core.Future;
import java.util.List;

/** {@code GET /attendance/{event_id}/changes}, the feed in order. */
public final class ChangesHandler {
  private final AttendanceQueries store;
  private final DoorVersions versions;
  private final AwaitedSeq awaited;

  public ChangesHandler(AttendanceQueries store, DoorVersions versions, AwaitedSeq awaited) {
    this.store = requireNonNull(store);
    this.versions = requireNonNull(versions);
    this.awaited = requireNonNull(awaited);
  }

  public void register(Api api) {
    api.on("changes", this::changes);
  }

  private Future<Reply> changes(Call call) {
    String eventId = DeviceLimits.event(call);
    return awaited.inFeed(call, eventId).map(here -> page(call, eventId));
  }

  private Reply page(Call call, String eventId) {
    long after = call.query("after").map(Long::valueOf).orElse(0L);
    List<Change> page = store.changes(eventId, after, Page.limit(call));
    long last = store.counts(eventId).lastSeq();
    new ChangeFeed(store, eventId)
        .expired(after)
        .ifPresent(
            why -> {
              throw why;
            });
    long end = page.isEmpty() ? after : page.get(page.size() - 1).seq();
    Reply reply =
        Reply.json(200, page.stream().map(ChangeJson::of).toList())
            .withHeader("X-Total-Count", String.valueOf(last))
            .withHeader(DoorVersions.HEADER, versions.of(eventId));
    return end < last ? reply.withHeader("Link", Page.link(call, "after", end)) : reply;
  }
}
