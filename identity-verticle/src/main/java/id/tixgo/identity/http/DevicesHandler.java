package id.tixgo.identity.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.token.Limits;
import id.tixgo.common.token.Role;
import id.tixgo.identity.domain.Device;
import id.tixgo.identity.domain.DeviceStore;
import id.tixgo.identity.domain.Devices;
import id.tixgo.identity.domain.Sessions;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** {@code /auth/devices}: what admins do with scanners. */
public final class DevicesHandler {
  private final Devices devices;
  private final DeviceStore store;
  private final Sessions sessions;
  private final KeyedRequests keyed;

  private record Body(String name, List<String> events, List<String> gates) {
    Limits limits() {
      return new Limits(orEmpty(events), orEmpty(gates));
    }

    private static List<String> orEmpty(List<String> names) {
      return names == null ? List.of() : names;
    }
  }

  /** A device as admins see it: never its token. */
  private record DeviceJson(
      long id,
      String name,
      String role,
      List<String> events,
      List<String> gates,
      Instant createdAt,
      String createdBy,
      Instant lastSeenAt,
      Instant expiresAt) {}

  public DevicesHandler(
      Devices devices, DeviceStore store, Sessions sessions, KeyedRequests keyed) {
    this.keyed = requireNonNull(keyed);
    this.devices = requireNonNull(devices);
    this.store = requireNonNull(store);
    this.sessions = requireNonNull(sessions);
  }

  public void register(Api api) {
    api.on("addDevice", this::add);
    api.on("listDevices", this::list);
    api.on("deleteDevice", this::delete);
  }

  private Future<Reply> add(Call call) {
    Body body = call.body(Body.class);
    return devices
        .add(
            body.name(),
            body.limits(),
            call.caller().username(),
            keyed.once(call, DevicesHandler::shownOnce))
        .map(this::added);
  }

  /** What is kept for the same key: a token is stored nowhere, so it can't be shown again. */
  private static Reply shownOnce(Device device) {
    throw Problem.of(
            ProblemKind.CONFLICT,
            "TOKEN_SHOWN_ONCE",
            "This request has made device "
                + device.id()
                + ", whose token was shown then. Delete it and make it anew, with another key.")
        .with("device_id", device.id());
  }

  /** The one answer with the token. */
  private Reply added(Device device) {
    JsonObject json =
        JsonObject.mapFrom(json(device))
            .put("access_token", sessions.open(device))
            .put("token_type", "bearer");
    return Reply.json(201, json)
        .withHeader("Location", "/auth/devices/" + device.id())
        .withHeader("Cache-Control", "no-store");
  }

  private Future<Reply> list(Call call) {
    Page<Device> page = Page.of(store.all(), Page.cursor(call), Page.limit(call));
    Reply reply = Reply.json(200, page.items().stream().map(this::json).toList());
    return Future.succeededFuture(page.describe(call, reply));
  }

  private Future<Reply> delete(Call call) {
    return devices.remove(Long.parseLong(call.path("id"))).map(Reply.noContent());
  }

  private DeviceJson json(Device device) {
    return new DeviceJson(
        device.id(),
        device.name(),
        Role.SCANNER.json(),
        device.limits().events(),
        device.limits().gates(),
        device.createdAt(),
        device.createdBy(),
        store.lastSeen(device).orElse(null),
        device.expiresAt());
  }
}
