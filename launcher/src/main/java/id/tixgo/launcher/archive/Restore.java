package id.tixgo.launcher.archive;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.wal.DirectoryLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Puts an archive's stores back. Nothing is replaced before all of it has been checked. */
final class Restore {
  private final Stores stores;
  private final Consumer<String> say;

  Restore(Stores stores, Consumer<String> say) {
    this.stores = requireNonNull(stores);
    this.say = requireNonNull(say);
  }

  /**
   * Fails with a sentence.
   *
   * @param source what whoever asks calls the archive
   */
  void read(Path archive, Path source, boolean force) throws IOException {
    List<DirectoryLock> locks = stores.lock();
    try {
      stores.expectEmpty(force);
      Path draft = stores.draft();
      ArchivedFiles files = new ArchivedFiles(stores);
      files.extract(archive, draft);
      files.check(
          draft, (store, entries) -> say.accept(store + ": " + entries + " entries restored"));
      stores.expectAllIn(archive, draft);
      RestoredAudit.tell(stores, draft, "store.restored", source);
      stores.replaceWith(draft);
    } finally {
      stores.deleteDraft();
      for (DirectoryLock lock : locks) {
        lock.close();
      }
    }
  }
}
