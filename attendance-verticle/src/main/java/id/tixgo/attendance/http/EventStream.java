package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceQueries;
import id.tixgo.attendance.domain.EventStats;
import id.tixgo.common.scope.Deadline;
import id.tixgo.common.scope.RequestScope;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;

/** One client's {@code text/event-stream} of an event's feed. For one event loop. */
final class EventStream {
  private static final int QUEUE_BYTES = 1 << 18;
  private static final int CHECK_MS = 5000;
  private static final String EXPIRED =
      new JsonObject()
          .put("code", ChangesHandler.expired().code())
          .put("detail", ChangesHandler.expired().getMessage())
          .encode();

  private final AttendanceQueries store;
  private final String eventId;
  private final String token;
  private final HttpServerResponse response;
  private final Promise<Void> ended = Promise.promise();
  private long sent;

  EventStream(AttendanceQueries store, String eventId, String token, HttpServerResponse response) {
    this.store = requireNonNull(store);
    this.eventId = requireNonNull(eventId);
    this.token = requireNonNull(token);
    this.response = requireNonNull(response);
    response.setWriteQueueMaxSize(QUEUE_BYTES);
    response.closeHandler(closed -> ended.tryComplete());
  }

  /**
   * From after a {@code seq}; without one (-1) with the numbers as they are now, and from now on.
   * So too when the feed can't go on from there, once the client has been told: what came next is
   * forgotten, or the {@code seq} is of a feed that a restored backup doesn't know.
   */
  void begin(long after) {
    sent = after;
    response.write("retry: 2000\n\n" + (after < 0 || isExpired(after) ? anew(after) : ""));
  }

  private boolean isExpired(long after) {
    return after > store.counts(eventId).lastSeq() || after < store.forgotten(eventId);
  }

  /** What happens after those numbers comes next: their own {@code seq} is the id. */
  private String anew(long after) {
    EventStats stats = store.stats(eventId);
    sent = stats.counts().lastSeq();
    return (after < 0 ? "" : event("feed_expired", sent, EXPIRED))
        + event("stats", sent, Json.encode(StatsHandler.body(eventId, stats)));
  }

  private static String event(String kind, long id, String data) {
    return "event: " + kind + "\nid: " + id + "\ndata: " + data + "\n\n";
  }

  /**
   * Sends what happened since. A client that doesn't keep up is let go: it comes back with the last
   * {@code id} that it read.
   */
  void catchUp(FeedText feed) {
    FeedText.Page page = feed.after(sent);
    while (page.last() > sent && !response.ended() && !response.closed()) {
      if (response.writeQueueFull()) {
        letGo();
        return;
      }
      response.write(page.text());
      sent = page.last();
      page = feed.after(sent);
    }
  }

  /** A client that was gone before the stream began is found out here. */
  void beat() {
    if (response.writeQueueFull() || response.closed()) {
      letGo();
    } else {
      response.write(": still here\n\n");
    }
  }

  /** With its connection: an end that waits to be read would wait for ever. */
  private void letGo() {
    response.reset();
    ended.tryComplete();
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
}
