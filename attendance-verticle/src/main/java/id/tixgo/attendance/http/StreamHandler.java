package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceQueries;
import id.tixgo.common.bus.Bus;
import id.tixgo.common.bus.Bus.Listening;
import id.tixgo.common.caller.TokenAuthority;
import id.tixgo.common.clients.attendance.AttendanceChanges;
import id.tixgo.common.clients.identity.IdentityChange;
import id.tixgo.common.clients.identity.IdentityChanges;
import id.tixgo.common.clients.identity.IdentityListener;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.scope.Deadline;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.stream.LiveStreams;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;

/**
 * {@code GET /attendance/{event_id}/stream}: the feed as it happens. Ends with its token, and when
 * whose token it is is staff no longer. For one event loop.
 */
public final class StreamHandler implements IdentityListener {
  private static final int CHECK_MS = 5000;

  private final TokenAuthority tokens;
  private final Bus bus;
  private final IdentityChanges identity;
  private final LiveStreams streams;

  public StreamHandler(
      Vertx vertx,
      AttendanceQueries store,
      TokenAuthority tokens,
      Bus bus,
      IdentityChanges identity) {
    this.tokens = requireNonNull(tokens);
    this.bus = requireNonNull(bus);
    this.identity = requireNonNull(identity);
    this.streams = new LiveStreams(vertx, eventId -> new ChangeFeed(store, eventId), this::listen);
  }

  public void register(Api api) {
    api.stream("stream", this::handle);
    identity.subscribe(this);
  }

  @Override
  public void onChange(IdentityChange change) {
    streams.check();
  }

  @Override
  public void onPossibleGap() {
    streams.check();
  }

  private Future<?> handle(Call call, HttpServerResponse response) {
    String token = call.caller().token();
    return streams.open(DeviceLimits.event(call), call, response, () -> isWelcome(token));
  }

  private Listening listen(String eventId, Runnable more) {
    return bus.listen(
        AttendanceChanges.address(eventId), AttendanceChanges.class, changes -> more.run());
  }

  private Future<Boolean> isWelcome(String token) {
    return tokens
        .callerOf(token, new RequestScope("stream", Deadline.in(CHECK_MS)))
        .map(caller -> caller.filter(known -> known.role().seesScans()).isPresent());
  }
}
