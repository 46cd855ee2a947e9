package id.tixgo.identity.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Limits;
import id.tixgo.common.caller.Role;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.identity.domain.Device;
import id.tixgo.identity.domain.DeviceState;
import id.tixgo.identity.domain.Devices;
import id.tixgo.identity.domain.Sessions;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** {@code /auth/devices}: what admins do with scanners. */
public final class DevicesHandler {
  private final Devices devices;
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
      Instant expiresAt,
      String status,
      Instant endedAt,
      String endedBy) {
    static DeviceJson of(DeviceState state) {
      Device device = state.device();
      return new DeviceJson(
          device.id(),
          device.name(),
          Role.SCANNER.json(),
          device.limits().events(),
          device.limits().gates(),
          device.createdAt(),
          device.createdBy(),
          state.lastSeenAt().orElse(null),
          device.expiresAt(),
          state.status().json(),
          state.endedAt().orElse(null),
          state.endedBy().orElse(null));
    }
  }

  public DevicesHandler(Devices devices, Sessions sessions, KeyedRequests keyed) {
    this.devices = requireNonNull(devices);
    this.sessions = requireNonNull(sessions);
    this.keyed = requireNonNull(keyed);
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
  private Reply added(DeviceState state) {
    Device device = state.device();
    JsonObject json =
        JsonObject.mapFrom(DeviceJson.of(state))
            .put("access_token", sessions.open(device))
            .put("token_type", "bearer");
    return Reply.json(201, json)
        .withHeader("Location", "/auth/devices/" + device.id())
        .withHeader("Cache-Control", "no-store");
  }

  private Future<Reply> list(Call call) {
    Page<DeviceState> page = Page.of(devices.all(), Page.cursor(call), Page.limit(call));
    Reply reply = Reply.json(200, page.items().stream().map(DeviceJson::of).toList());
    return Future.succeededFuture(page.describe(call, reply));
  }

  private Future<Reply> delete(Call call) {
    return devices
        .remove(Long.parseLong(call.path("id")), call.caller().username())
        .map(Reply.noContent());
  }
}
