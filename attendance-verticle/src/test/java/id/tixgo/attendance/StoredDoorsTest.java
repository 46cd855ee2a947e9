package id.tixgo.attendance;

import id.tixgo.common.store.StoreConfig;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The stores that there are. */
class StoredDoorsTest {
  @Nested
  class InMemory extends StoredDoorsContract {
    @Override
    StoreConfig config() {
      return new StoreConfig(Optional.empty(), true, 0);
    }
  }

  @Nested
  class InFiles extends StoredDoorsContract {
    @TempDir Path folder;

    @Override
    StoreConfig config() {
      return new StoreConfig(Optional.of(folder), true, 0);
    }
  }

  @Nested
  class InFilesSyncedLater extends StoredDoorsContract {
    @TempDir Path folder;

    @Override
    StoreConfig config() {
      return new StoreConfig(Optional.of(folder), false, 0);
    }
  }
}
