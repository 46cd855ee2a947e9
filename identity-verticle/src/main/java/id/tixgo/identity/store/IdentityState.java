package id.tixgo.identity.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StoreParts;
import id.tixgo.common.store.audit.Audit;
import id.tixgo.common.store.feed.FeedPositions;
import id.tixgo.common.store.feed.ServiceFeed;
import id.tixgo.common.store.key.RequestKeys;
import id.tixgo.identity.domain.User;
import id.tixgo.identity.domain.Username;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Users, devices and revoked tokens, in local maps that all instances of the service share. */
public final class IdentityState implements Projection {
  /** An entry of another store: the one that files of this version were compressed with first. */
  public static final String DICTIONARY =
      "{\"scan\":{\"event_id\":\"\",\"ticket_id\":\"\",\"staff\":\"admin\","
          + "\"at\":\"2026-11-22T08:17:00.752Z\",\"gate\":\"\",\"device_id\":\"\","
          + "\"direction\":\"IN\",\"first\":true,\"seq\":1}}\n";

  private final StagedMaps maps;
  final DeviceTables devices;
  final StagedMap<User> keyToUser;
  final StagedMap<String> idToKey;
  final EmailIndex emails;
  final StagedMap<TokenRevoked> revoked;
  final ResetTable resets;
  private final StagedCell<Long> admins;
  private final StagedCell<Long> lastId;
  public final ServiceFeed feed;
  public final RequestKeys keys;
  public final FeedPositions positions;
  public final Audit audit;
  private final StoreParts parts;
  private final EntryTypes types;

  /** The highest id that any user or device ever had. */
  record LastId(long id) {}

  record UserRemoved(long id, String username) {}

  /** Kept until the token would have expired. */
  record TokenRevoked(String id, Instant expiresAt) implements Shareable {}

  /** Revoked tokens that have expired. */
  record TokensForgotten(List<String> ids) {
    TokensForgotten {
      ids = List.copyOf(ids);
    }
  }

  public IdentityState(Vertx vertx) {
    this.maps = new StagedMaps(vertx.sharedData());
    this.keyToUser = maps.open("identity.users");
    this.idToKey = maps.open("identity.user-ids");
    this.emails = new EmailIndex(maps);
    this.revoked = maps.open("identity.revoked");
    this.resets = new ResetTable(maps);
    this.admins = maps.cell();
    this.lastId = maps.cell();
    this.devices = new DeviceTables(maps, this::reserve);
    this.feed = new ServiceFeed(maps, "identity");
    this.keys = new RequestKeys(maps, "identity");
    this.positions = new FeedPositions(maps, "identity");
    this.audit = new Audit(maps, "identity", IdentityAudit.rules(this));
    this.parts = StoreParts.of(devices, resets, feed, keys, positions, audit);
    this.types =
        parts.register(
            new EntryTypes("identity", 4, DICTIONARY)
                .with("last_id", LastId.class, last -> reserve(last.id()))
                .with("user", User.class, this::put)
                .with("user_removed", UserRemoved.class, this::remove)
                .with("token_revoked", TokenRevoked.class, token -> revoked.put(token.id(), token))
                .with(
                    "tokens_forgotten",
                    TokensForgotten.class,
                    forgotten -> forgotten.ids().forEach(revoked::remove)));
  }

  @Override
  public StagedMaps maps() {
    return maps;
  }

  @Override
  public EntryTypes types() {
    return types;
  }

  @Override
  public Optional<Audit> audit() {
    return Optional.of(audit);
  }

  @Override
  public Iterator<Record> snapshot() {
    Stream<Record> last = Stream.of(new LastId(lastId.get().orElse(0L)));
    return Stream.of(last, keyToUser.values().stream(), parts.snapshot(), revoked.values().stream())
        .<Record>flatMap(entries -> entries)
        .iterator();
  }

  @Override
  public long snapshotSize() {
    return 1L + keyToUser.size() + parts.snapshotSize() + revoked.size();
  }

  long nextId() {
    return lastId.staged().orElse(0L) + 1;
  }

  /** Whether no admin is left without this user. */
  boolean isLastAdmin(User user) {
    return user.isAdmin() && admins.staged().orElse(0L) <= 1;
  }

  private void put(User user) {
    String key = Username.key(user.username());
    Optional<User> before = keyToUser.staged(key);
    countAdmins(user.isAdmin(), before.map(User::isAdmin).orElse(false));
    before.ifPresent(old -> replace(old, user));
    emails.add(user);
    keyToUser.put(key, user);
    idToKey.put(String.valueOf(user.id()), key);
    reserve(user.id());
  }

  /** Who reads mails at another address from now on has no use for what went to the one before. */
  private void replace(User old, User user) {
    emails.remove(old);
    if (!old.email().equals(user.email())) {
      resets.forget(String.valueOf(user.id()));
    }
  }

  private void remove(UserRemoved removed) {
    String key = Username.key(removed.username());
    keyToUser
        .staged(key)
        .filter(user -> user.id() == removed.id())
        .ifPresent(
            user -> {
              countAdmins(false, user.isAdmin());
              emails.remove(user);
              keyToUser.remove(key);
              idToKey.remove(String.valueOf(user.id()));
              resets.forget(String.valueOf(user.id()));
            });
  }

  private void countAdmins(boolean now, boolean before) {
    if (now != before) {
      admins.set(admins.staged().orElse(0L) + (now ? 1 : -1));
    }
  }

  private void reserve(long id) {
    if (id >= nextId()) {
      lastId.set(id);
    }
  }
}
