package id.tixgo.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.caller.Role;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.FileStore;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.wal.WriteAheadLog;
import id.tixgo.identity.domain.NewUser;
import id.tixgo.identity.domain.Profile;
import id.tixgo.identity.domain.User;
import id.tixgo.identity.store.IdentityState;
import id.tixgo.identity.store.StoredUsers;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that version 3 has written, before users were told of in a feed. */
class UserFeedTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    JsonFormat.install();
    EntryTypes version3 =
        new EntryTypes("identity", 3, IdentityState.DICTIONARY)
            .with("user", User.class, entry -> {});
    List<Record> old = List.of(user(2, "siti"), user(1, "admin"));
    WriteAheadLog.create(folder.resolve("identity"), version3, old.iterator());
  }

  @Test
  void theFeedShouldBeginWithTheUsersThatThereAre() {
    for (int start = 0; start < 2; start++) {
      opened(
          (state, users) -> {
            users.beginFeed().await();
            assertEquals(List.of("user_created 1", "user_created 2"), told(state));
          });
    }
  }

  @Test
  void theFirstChangeShouldBeToldAfterTheUsersThatThereAre() {
    opened(
        (state, users) -> {
          users.add(id -> user(id, "dewi"), Once.eachTime()).await();
          User siti = users.byUsername("siti").orElseThrow();
          users.replace(siti, siti.withRole(Role.COMMITTEE), NOON).await();
          users.remove(siti.withRole(Role.COMMITTEE), NOON).await();
        });
    opened(
        (state, users) ->
            assertEquals(
                List.of(
                    "user_created 1",
                    "user_created 2",
                    "user_created 3",
                    "user_changed 2",
                    "user_deleted 2"),
                told(state)));
  }

  @Test
  void ofWhoIsDeletedNothingShouldBeKeptInTheFeed() {
    opened(
        (state, users) -> {
          users.add(id -> user(id, "dewi@tixgo.id"), Once.eachTime()).await();
          users.add(id -> user(id, "budi@tixgo.id"), Once.eachTime()).await();
          User dewi = users.byUsername("dewi@tixgo.id").orElseThrow();
          Profile named = new Profile(none(), Optional.of("Dewi Ayu"), none(), none(), none());
          users.replace(dewi, dewi.withProfile(named), NOON).await();
          users.remove(dewi.withProfile(named), NOON).await();
        });
    opened(
        (state, users) -> {
          String feed = state.feed.page(0, 10).messages().toString();
          assertFalse(feed.contains("dewi") || feed.contains("Dewi"), feed);
          assertTrue(feed.contains("budi@tixgo.id"));
          assertEquals("user_changed 3", told(state).get(4));
          assertEquals("user_deleted 3", told(state).get(5));
          assertTrue(feed.contains("user 3"));
        });
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static List<String> told(IdentityState state) {
    return state.feed.page(0, 10).messages().stream().map(UserFeedTest::line).toList();
  }

  private static String line(FeedMessage message) {
    return message.type() + " " + message.data(Told.class).id();
  }

  private record Told(long id) {}

  private static User user(long id, String name) {
    return new NewUser(name, "secret-1", Role.USER, Profile.NONE).withHash(id, "#", NOON);
  }

  private void opened(BiConsumer<IdentityState, StoredUsers> work) {
    Vertx vertx = Vertx.vertx();
    IdentityState state = new IdentityState(vertx);
    FileStore store = new FileStore(vertx, folder, true, state);
    store.open().await();
    work.accept(state, new StoredUsers(state, store, vertx.getOrCreateContext()));
    store.close().compose(closed -> vertx.close()).await();
  }
}
