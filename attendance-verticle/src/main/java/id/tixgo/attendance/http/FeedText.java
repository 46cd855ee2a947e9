package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceQueries;
import id.tixgo.attendance.domain.Change;
import id.tixgo.common.json.JsonFormat;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An event's feed as the text of its streams, each page made once for all streams that are at the
 * same place. For one turn of an event loop.
 */
final class FeedText {
  private static final int PAGE = 250;

  private final AttendanceQueries store;
  private final String eventId;
  private final Map<Long, Page> afterToPage = new HashMap<>();

  /**
   * A part of the feed.
   *
   * @param last the {@code seq} of its last change; that before it when it has none
   */
  record Page(long last, Buffer text) {}

  FeedText(AttendanceQueries store, String eventId) {
    this.store = requireNonNull(store);
    this.eventId = requireNonNull(eventId);
  }

  Page after(long seq) {
    return afterToPage.computeIfAbsent(seq, this::page);
  }

  private Page page(long after) {
    List<Change> changes = store.changes(eventId, after, PAGE);
    Buffer text = Buffer.buffer();
    for (Change change : changes) {
      text.appendString("event: " + ChangeJson.kind(change) + "\nid: " + change.seq() + "\ndata: ")
          .appendBuffer(JsonFormat.encode(ChangeJson.of(change)))
          .appendString("\n\n");
    }
    return new Page(changes.isEmpty() ? after : changes.get(changes.size() - 1).seq(), text);
  }
}
