package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceBook;
import id.tixgo.attendance.domain.Change;
import id.tixgo.common.scope.Deadline;
import id.tixgo.common.scope.RequestScope;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** One client's {@code text/event-stream} of an event's feed. For one event loop. */
final class EventStream {
  private static final int PAGE = 250;
  private static final int QUEUE_BYTES = 1 << 18;
  private static final int CHECK_MS = 5000;
  private static final String EXPIRED =
      new JsonObject()
          .put("code", FeedHandler.expired().code())
          .put("detail", FeedHandler.expired().getMessage())
          .encode();

  private final AttendanceBook store;
  private final String eventId;
  private final String token;
  private final HttpServerResponse response;
  private final Promise<Void> ended = Promise.promise();
  private long sent;

  EventStream(AttendanceBook store, String eventId, String token, HttpServerResponse response) {
    this.store = requireNonNull(store);
    this.eventId = requireNonNull(eventId);
    this.token = requireNonNull(token);
    this.response = requireNonNull(response);
    response.setWriteQueueMaxSize(QUEUE_BYTES);
    response.closeHandler(closed -> ended.tryComplete());
  }

  /**
   * From after a {@code seq}; without one (-1) with the numbers as they are now, and from now on.
   * So too when the feed no longer goes back that far, once the client has been told.
   */
  void begin(long after, String stats) {
    long last = store.counts(eventId).lastSeq();
    boolean expired = after >= 0 && after < store.forgotten(eventId);
    boolean anew = after < 0 || expired;
    sent = anew ? last : Math.min(after, last);
    response.write(
        "retry: 2000\n\n"
            + (expired ? event("feed_expired", last, EXPIRED) : "")
            + (anew ? event("stats", last, stats) : ""));
  }

  private static String event(String kind, long id, String data) {
    return "event: " + kind + "\nid: " + id + "\ndata: " + data + "\n\n";
  }

  /**
   * Sends what happened since. A client that doesn't keep up is let go: it comes back with the last
   * {@code id} that it read.
   */
  void catchUp() {
    List<Change> page = store.changes(eventId, sent, PAGE);
    while (!page.isEmpty() && !response.ended() && !response.closed()) {
      if (response.writeQueueFull()) {
        end();
        return;
      }
      response.write(text(page));
      sent = page.get(page.size() - 1).seq();
      page = store.changes(eventId, sent, PAGE);
    }
  }

  void beat() {
    if (response.writeQueueFull()) {
      end();
    } else {
      response.write(": still here\n\n");
    }
  }

  void end() {
    if (!response.ended() && !response.closed()) {
      response.end();
    }
    ended.tryComplete();
  }

  Future<Void> ended() {
    return ended.future();
  }

  String token() {
    return token;
  }

  RequestScope scope() {
    return new RequestScope("stream", Deadline.in(CHECK_MS));
  }

  private static Buffer text(List<Change> page) {
    Buffer text = Buffer.buffer();
    for (Change change : page) {
      text.appendString("event: " + ChangeJson.kind(change) + "\nid: " + change.seq() + "\ndata: ")
          .appendBuffer(Json.encodeToBuffer(ChangeJson.of(change)))
          .appendString("\n\n");
    }
    return text;
  }
}
