package id.tixgo.identity.store;

import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.identity.domain.EmailAddress;
import id.tixgo.identity.domain.User;
import io.vertx.core.shareddata.Shareable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose an e-mail address is. */
final class EmailIndex {
  private final StagedMap<Owners> emailToOwners;

  /**
   * Users with one address in the order of their ids: earlier versions took it from several. It is
   * the first one's.
   */
  private record Owners(List<Long> ids) implements Shareable {
    static final Owners NONE = new Owners(List.of());

    Owners {
      ids = List.copyOf(ids);
    }

    Owners with(long id) {
      return new Owners(Stream.concat(ids.stream(), Stream.of(id)).distinct().sorted().toList());
    }

    Owners without(long id) {
      return new Owners(ids.stream().filter(other -> other != id).toList());
    }

    Optional<Long> first() {
      return ids.stream().findFirst();
    }
  }

  EmailIndex(StagedMaps maps) {
    this.emailToOwners = maps.open("identity.emails");
  }

  /** What is stored; any thread may ask. */
  Optional<Long> owner(String email) {
    return emailToOwners.get(EmailAddress.key(email)).flatMap(Owners::first);
  }

  /** For transactions. */
  Optional<Long> stagedOwner(String email) {
    return emailToOwners.staged(EmailAddress.key(email)).flatMap(Owners::first);
  }

  /** For projections. */
  void add(User user) {
    user.email()
        .map(EmailAddress::key)
        .ifPresent(key -> emailToOwners.put(key, staged(key).with(user.id())));
  }

  /** For projections. */
  void remove(User user) {
    user.email().map(EmailAddress::key).ifPresent(key -> take(key, user.id()));
  }

  private void take(String key, long id) {
    Owners left = staged(key).without(id);
    if (left.ids().isEmpty()) {
      emailToOwners.remove(key);
    } else {
      emailToOwners.put(key, left);
    }
  }

  private Owners staged(String key) {
    return emailToOwners.staged(key).orElse(Owners.NONE);
  }
}
