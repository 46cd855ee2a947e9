package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceQueries;
import id.tixgo.common.bus.Bus;
import id.tixgo.common.caller.TokenAuthority;
import id.tixgo.common.clients.attendance.AttendanceChanges;
import id.tixgo.common.clients.identity.IdentityChange;
import id.tixgo.common.clients.identity.IdentityChanges;
import id.tixgo.common.clients.identity.IdentityListener;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /attendance/{event_id}/stream}: the feed as it happens, {@code text/event-stream}. The
 * bus says that something happened; what it was comes from the store, so that nothing is missed and
 * nothing comes twice. For one event loop.
 */
public final class StreamHandler implements IdentityListener {
  private static final long HEARTBEAT_MS = 15_000;

  private final Vertx vertx;
  private final AttendanceQueries store;
  private final TokenAuthority tokens;
  private final Bus bus;
  private final IdentityChanges identity;
  private final Map<String, StreamListeners> eventIdToAudience = new HashMap<>();

  public StreamHandler(
      Vertx vertx,
      AttendanceQueries store,
      TokenAuthority tokens,
      Bus bus,
      IdentityChanges identity) {
    this.vertx = requireNonNull(vertx);
    this.store = requireNonNull(store);
    this.tokens = requireNonNull(tokens);
    this.bus = requireNonNull(bus);
    this.identity = requireNonNull(identity);
  }

  public void register(Api api) {
    api.stream("stream", this::handle);
    vertx.setPeriodic(HEARTBEAT_MS, id -> all().forEach(this::heartbeat));
    identity.subscribe(this);
  }

  @Override
  public void onChange(IdentityChange change) {
    all().forEach(this::checkToken);
  }

  @Override
  public void onPossibleGap() {
    all().forEach(this::checkToken);
  }

  private Future<?> handle(Call call, HttpServerResponse response) {
    String eventId = DeviceLimits.event(call);
    long after = call.header("Last-Event-ID").map(StreamHandler::seq).orElse(-1L);
    response.putHeader("Content-Type", "text/event-stream");
    response.putHeader("Cache-Control", "no-store");
    if (call.request().method().equals(HttpMethod.HEAD)) {
      return response.end();
    }
    EventStream stream =
        new EventStream(store, eventId, call.caller().token(), response.setChunked(true));
    stream.begin(after);
    return eventIdToAudience
        .computeIfAbsent(eventId, this::listen)
        .join(stream)
        .onSuccess(known -> stream.catchUp(new FeedText(store, eventId)))
        .compose(known -> stream.ended())
        .onComplete(ended -> leave(eventId, stream));
  }

  /** One listener an event, however many streams. */
  private StreamListeners listen(String eventId) {
    String address = AttendanceChanges.address(eventId);
    return new StreamListeners(
        bus.listen(address, AttendanceChanges.class, changes -> tell(eventId)));
  }

  /** A stream that opens from now on has a listener of its own. */
  private void leave(String eventId, EventStream stream) {
    if (eventIdToAudience.get(eventId).leave(stream)) {
      eventIdToAudience.remove(eventId);
    }
  }

  /** Nobody may be there any more: a listener that ends may hear of one thing more. */
  private void tell(String eventId) {
    FeedText feed = new FeedText(store, eventId);
    Optional.ofNullable(eventIdToAudience.get(eventId))
        .ifPresent(audience -> audience.streams().forEach(stream -> stream.catchUp(feed)));
  }

  private void heartbeat(EventStream stream) {
    stream.beat();
    checkToken(stream);
  }

  /** Ends the stream of a token that is no longer good, or whose bearer is staff no longer. */
  private void checkToken(EventStream stream) {
    tokens
        .callerOf(stream.token(), stream.scope())
        .onSuccess(
            caller -> {
              if (caller.filter(known -> known.role().seesScans()).isEmpty()) {
                stream.end();
              }
            });
  }

  private List<EventStream> all() {
    return eventIdToAudience.values().stream().flatMap(a -> a.streams().stream()).toList();
  }

  private static long seq(String text) {
    try {
      return Math.max(0, Long.parseLong(text));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
