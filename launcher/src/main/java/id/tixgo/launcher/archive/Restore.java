package id.tixgo.launcher.archive;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Projection;
import id.tixgo.common.store.wal.DirectoryLock;
import id.tixgo.common.store.wal.LogScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Puts an archive's stores back. Nothing is replaced before all of it has been checked. */
final class Restore {
  private static final Pattern NAME =
      Pattern.compile("(\\w+)/((journal|snapshot)-\\d{8}|audit\\.ndjson)");

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
      extract(archive, draft);
      check(draft);
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

  private void extract(Path archive, Path draft) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().<ZipEntry>map(e -> e)::iterator) {
        Path file = draft.resolve(name(archive, entry));
        Files.createDirectories(requireNonNull(file.getParent()));
        Files.copy(zip.getInputStream(entry), file);
      }
    } catch (ZipException e) {
      throw new IOException(archive + " is no archive of TixGo: " + e.getMessage());
    }
  }

  private String name(Path archive, ZipEntry entry) throws IOException {
    var name = NAME.matcher(entry.getName());
    if (!name.matches() || stores.find(name.group(1)).isEmpty()) {
      throw new IOException(archive + " holds " + entry.getName() + ", which is of no store.");
    }
    return entry.getName();
  }

  private void check(Path draft) throws IOException {
    for (Projection store : stores.all()) {
      long entries =
          LogScan.read(draft.resolve(Stores.name(store)), store.types(), entry -> {}).entries();
      say.accept(Stores.name(store) + ": " + entries + " entries restored");
    }
  }
}
