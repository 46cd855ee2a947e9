package id.tixgo.identity.store;

import id.tixgo.common.store.audit.AuditRule;
import id.tixgo.common.store.feed.FeedPosition;
import id.tixgo.identity.domain.Device;
import id.tixgo.identity.domain.EmailAddress;
import id.tixgo.identity.domain.RevokedDevice;
import id.tixgo.identity.domain.User;
import id.tixgo.identity.domain.Username;
import id.tixgo.identity.store.DeviceTables.DeviceRemoved;
import id.tixgo.identity.store.IdentityState.UserRemoved;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the audit says of users and devices: nothing by which somebody is reached or logs in. */
final class IdentityAudit {
  private static final String USER = "user";
  private static final String DEVICE = "device";
  private static final String[] OF_USERS = {"username", "role", "locale"};
  private static final String[] OF_DEVICES = {"name", "limits", "expires_at"};

  private IdentityAudit() {}

  /** A user; another password is another number. */
  private record Account(
      String username,
      String role,
      int password,
      Optional<String> email,
      Optional<String> fullName,
      Optional<String> phone,
      Optional<String> address,
      Optional<String> locale) {
    static Account of(User user) {
      return new Account(
          EmailAddress.of(user.username()).isPresent() ? "user " + user.id() : user.username(),
          user.role().json(),
          user.generation(),
          user.email(),
          user.fullName(),
          user.phone(),
          user.address(),
          user.locale());
    }
  }

  static List<AuditRule<?>> rules(IdentityState state) {
    Function<String, Optional<Account>> user =
        name -> state.keyToUser.staged(Username.key(name)).map(Account::of);
    return List.of(
        AuditRule.of(User.class, USER, u -> Stream.of(u.id(), u.username()))
            .from(u -> user.apply(u.username()))
            .to(Account::of)
            .showing(OF_USERS),
        AuditRule.of(UserRemoved.class, USER, u -> Stream.of(u.id(), u.username()))
            .from(u -> user.apply(u.username()))
            .gone()
            .showing(OF_USERS),
        AuditRule.of(Device.class, DEVICE, d -> Stream.of(d.id(), d.name())).showing(OF_DEVICES),
        AuditRule.of(RevokedDevice.class, DEVICE, revoked -> Stream.of(revoked.device().id()))
            .from(revoked -> Optional.of(revoked.device()))
            .gone()
            .showing(OF_DEVICES),
        AuditRule.of(DeviceRemoved.class, DEVICE, removed -> Stream.of(removed.id()))
            .from(removed -> state.devices.staged(removed.id(), removed.name()))
            .gone()
            .showing(OF_DEVICES),
        AuditRule.of(FeedPosition.class, "feed", position -> Stream.of(position.feed())));
  }
}
