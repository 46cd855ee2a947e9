package id.tixgo.common.store.postgres;

import id.tixgo.common.config.Env;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.StoreConfig;
import id.tixgo.common.test.PostgresServer;
import id.tixgo.common.test.StoreContract;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("id.tixgo.common.test.PostgresServer#isExpected")
class PostgresStoreIT extends StoreContract {
  private static PostgresServer server;

  @BeforeAll
  static void start() {
    server = new PostgresServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected Store store(Projection projection) {
    Env env = new Env(Map.of("STORE", "postgres", "DATABASE_URL", server.url()));
    return StoreConfig.from(env).store(vertx, projection);
  }
}
