package id.tixgo.identity.store;

import id.tixgo.identity.domain.User;
import id.tixgo.identity.domain.UserStore;
import id.tixgo.identity.domain.Username;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.SharedData;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Users in local maps, shared by all instances of the service. */
public final class LocalUserStore implements UserStore {
  private static final String ADMINS = "admins";
  private static final String LAST_ID = "last id";

  private final LocalMap<String, User> keyToUser;
  private final LocalMap<Long, String> idToKey;
  private final LocalMap<String, Long> counters;

  public LocalUserStore(Vertx vertx) {
    SharedData shared = vertx.sharedData();
    this.keyToUser = shared.getLocalMap("identity.users");
    this.idToKey = shared.getLocalMap("identity.users.by-id");
    this.counters = shared.getLocalMap("identity.counters");
  }

  @Override
  public Future<Long> nextId() {
    return Future.succeededFuture(counters.merge(LAST_ID, 1L, Long::sum));
  }

  @Override
  public Future<Boolean> add(User user) {
    String key = Username.key(user.username());
    boolean added = keyToUser.putIfAbsent(key, user) == null;
    if (added) {
      idToKey.put(user.id(), key);
    }
    return Future.succeededFuture(added);
  }

  @Override
  public Optional<User> byUsername(String username) {
    return Optional.ofNullable(keyToUser.get(Username.key(username)));
  }

  @Override
  public Optional<User> byId(long id) {
    return Optional.ofNullable(idToKey.get(id)).map(keyToUser::get);
  }

  @Override
  public List<User> all() {
    return keyToUser.values().stream().sorted(Comparator.comparingLong(User::id)).toList();
  }

  @Override
  public Future<Boolean> replace(User current, User changed) {
    String key = Username.key(current.username());
    return Future.succeededFuture(keyToUser.replaceIfPresent(key, current, changed));
  }

  @Override
  public Future<Boolean> remove(User current) {
    boolean removed = keyToUser.removeIfPresent(Username.key(current.username()), current);
    if (removed) {
      idToKey.remove(current.id());
    }
    return Future.succeededFuture(removed);
  }

  @Override
  public boolean releaseAdminSeat() {
    long seats = counters.getOrDefault(ADMINS, 0L);
    while (seats > 1) {
      if (counters.replaceIfPresent(ADMINS, seats, seats - 1)) {
        return true;
      }
      seats = counters.get(ADMINS);
    }
    return false;
  }

  @Override
  public void takeAdminSeat() {
    counters.merge(ADMINS, 1L, Long::sum);
  }
}
