package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.store.StoreConfig;
import id.tixgo.common.test.LoadedClasses;
import id.tixgo.common.test.RunningSystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A place without a database pays next to nothing for those that have one: its client has each
 * Vert.x keep a place for a connection, that is all.
 */
class WithoutPostgresIT {
  @Test
  void nothingOfItsClientShouldBeLoadedWhenTheStoreIsElsewhere() {
    for (String store : List.of("memory", "file")) {
      try (RunningSystem system = new RunningSystem(List.of("event"), Map.of("STORE", store))) {
        system.event().get("/health").expect(200);
      }
    }
    assertTrue(LoadedClasses.contain(StoreConfig.class.getName()));
    assertFalse(LoadedClasses.contain("io.vertx.pgclient.PgConnection"));
    assertFalse(LoadedClasses.contain("id.tixgo.common.store.postgres.PostgresLogs"));
  }
}
