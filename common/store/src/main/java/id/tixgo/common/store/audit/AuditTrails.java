package id.tixgo.common.store.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens a chain's trail; may block. */
@FunctionalInterface
public interface AuditTrails {
  AuditTrail open() throws IOException;

  /**
   * In a file of a store's folder.
   *
   * @param folder empty when nothing is kept
   */
  static AuditTrails in(Optional<Path> folder) {
    return () -> folder.isPresent() ? FileTrail.open(folder.get()) : new MemoryTrail();
  }
}
