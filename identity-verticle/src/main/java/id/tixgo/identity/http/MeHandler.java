package id.tixgo.identity.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Limits;
import id.tixgo.common.caller.Role;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.identity.domain.Accounts;
import id.tixgo.identity.domain.Device;
import id.tixgo.identity.domain.DeviceStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code GET /auth/me} and {@code POST /auth/password}. */
public final class MeHandler {
  private final Accounts accounts;
  private final DeviceStore devices;

  /** A device as a user, where it may scan and until when. */
  private record DeviceMe(
      long id,
      String username,
      String role,
      String email,
      String fullName,
      String name,
      List<String> events,
      List<String> gates,
      Instant expiresAt) {
    static DeviceMe of(Device device) {
      Limits limits = device.limits();
      String role = Role.SCANNER.json();
      return new DeviceMe(
          device.id(),
          device.subject(),
          role,
          null,
          null,
          device.name(),
          limits.events(),
          limits.gates(),
          device.expiresAt());
    }
  }

  private record Passwords(String oldPassword, String newPassword) {}

  public MeHandler(Accounts accounts, DeviceStore devices) {
    this.accounts = requireNonNull(accounts);
    this.devices = requireNonNull(devices);
  }

  public void register(Api api) {
    api.on("me", this::me);
    api.on("changePassword", this::changePassword);
  }

  private Future<Reply> me(Call call) {
    String subject = call.caller().username();
    Optional<Record> device = devices.bySubject(subject).map(DeviceMe::of);
    Record me = device.orElseGet(() -> UserJson.of(accounts.named(subject)));
    return Future.succeededFuture(Reply.resource(me));
  }

  private Future<Reply> changePassword(Call call) {
    Passwords body = call.body(Passwords.class);
    return accounts
        .changePassword(call.caller().username(), body.oldPassword(), body.newPassword())
        .map(Reply.noContent());
  }
}
