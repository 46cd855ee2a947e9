package id.tixgo.common.store.postgres;

import id.tixgo.common.store.FileStore;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.Store;
import id.tixgo.common.test.StoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract is the same as that of the store in files. */
class StoreInFilesTest extends StoreContract {
  @TempDir Path directory;

  @Override
  protected Store store(Projection projection) {
    return new FileStore(vertx, directory, true, projection);
  }
}
