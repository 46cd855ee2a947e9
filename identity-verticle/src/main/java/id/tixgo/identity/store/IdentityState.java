package id.tixgo.identity.store;

import id.tixgo.common.journal.EntryTypes;
import id.tixgo.common.journal.Fold;
import id.tixgo.common.journal.StoreParts;
import id.tixgo.common.journal.Table;
import id.tixgo.common.journal.Tables;
import id.tixgo.common.journal.key.RequestKeys;
import id.tixgo.identity.domain.User;
import id.tixgo.identity.domain.Username;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Users, devices and revoked tokens, in local maps that all instances of the service share. */
public final class IdentityState implements Fold {
  private static final String ADMINS = "admins";
  private static final String LAST_ID = "last id";

  private final Tables tables;
  final DeviceTables devices;
  final Table<User> keyToUser;
  final Table<String> idToKey;
  final Table<TokenRevoked> revoked;
  private final Table<Long> numbers;
  public final RequestKeys keys;
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
    this.tables = new Tables(vertx.sharedData());
    this.keyToUser = tables.open("identity.users");
    this.idToKey = tables.open("identity.user-ids");
    this.revoked = tables.open("identity.revoked");
    this.numbers = tables.open("identity.numbers");
    this.devices = new DeviceTables(tables, this::reserve);
    this.keys = new RequestKeys(tables, "identity");
    this.parts = StoreParts.of(devices, keys);
    this.types =
        parts.register(
            new EntryTypes("identity", 3)
                .with("last_id", LastId.class)
                .with("user", User.class)
                .with("user_removed", UserRemoved.class)
                .with("token_revoked", TokenRevoked.class)
                .with("tokens_forgotten", TokensForgotten.class));
  }

  @Override
  public Tables tables() {
    return tables;
  }

  @Override
  public EntryTypes types() {
    return types;
  }

  @Override
  public void fold(Record entry) {
    if (entry instanceof User user) {
      put(user);
    } else if (entry instanceof UserRemoved removed) {
      remove(removed);
    } else if (entry instanceof TokenRevoked token) {
      revoked.put(token.id(), token);
    } else if (entry instanceof TokensForgotten forgotten) {
      forgotten.ids().forEach(revoked::remove);
    } else if (entry instanceof LastId last) {
      reserve(last.id());
    } else {
      parts.fold(entry);
    }
  }

  @Override
  public Iterator<Record> live() {
    Stream<Record> last = Stream.of(new LastId(numbers.get(LAST_ID).orElse(0L)));
    return Stream.of(last, keyToUser.values().stream(), parts.live(), revoked.values().stream())
        .<Record>flatMap(entries -> entries)
        .iterator();
  }

  @Override
  public long liveCount() {
    return 1L + keyToUser.size() + parts.liveCount() + revoked.size();
  }

  long nextId() {
    return numbers.draft(LAST_ID).orElse(0L) + 1;
  }

  /** Whether no admin is left without this user. */
  boolean isLastAdmin(User user) {
    return user.isAdmin() && numbers.draft(ADMINS).orElse(0L) <= 1;
  }

  private void put(User user) {
    String key = Username.key(user.username());
    boolean wasAdmin = keyToUser.draft(key).map(User::isAdmin).orElse(false);
    countAdmins(user.isAdmin(), wasAdmin);
    keyToUser.put(key, user);
    idToKey.put(String.valueOf(user.id()), key);
    reserve(user.id());
  }

  private void remove(UserRemoved removed) {
    String key = Username.key(removed.username());
    keyToUser
        .draft(key)
        .filter(user -> user.id() == removed.id())
        .ifPresent(
            user -> {
              countAdmins(false, user.isAdmin());
              keyToUser.remove(key);
              idToKey.remove(String.valueOf(user.id()));
            });
  }

  private void countAdmins(boolean now, boolean before) {
    if (now != before) {
      numbers.put(ADMINS, numbers.draft(ADMINS).orElse(0L) + (now ? 1 : -1));
    }
  }

  private void reserve(long id) {
    if (id >= nextId()) {
      numbers.put(LAST_ID, id);
    }
  }
}
