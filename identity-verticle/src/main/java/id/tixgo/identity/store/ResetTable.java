package id.tixgo.identity.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.identity.domain.PasswordReset;
import java.util.Optional;
import java.util.stream.Stream;

/** Leaves to set another password: each user's newest. */
final class ResetTable implements StorePart {
  private final StagedMap<PasswordReset> userToReset;
  private final StagedMap<String> idToUser;

  ResetTable(StagedMaps maps) {
    this.userToReset = maps.open("identity.resets");
    this.idToUser = maps.open("identity.reset-ids");
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types.with("password_reset", PasswordReset.class, this::put);
  }

  @Override
  public Stream<Record> snapshot() {
    return userToReset.values().stream().map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return userToReset.size();
  }

  Optional<PasswordReset> byId(String resetId) {
    return idToUser.get(resetId).flatMap(userToReset::get);
  }

  private void put(PasswordReset reset) {
    String user = String.valueOf(reset.userId());
    forget(user);
    userToReset.put(user, reset);
    idToUser.put(reset.resetId(), user);
  }

  /** For projections: of who is gone, or has another address. */
  void forget(String userId) {
    userToReset.staged(userId).ifPresent(old -> idToUser.remove(old.resetId()));
    userToReset.remove(userId);
  }
}
