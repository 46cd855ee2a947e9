package id.tixgo.launcher.archive;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Projection;
import id.tixgo.common.store.wal.LogScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files of an archive, taken out of it and read. */
record ArchivedFiles(Stores stores) {
  private static final Pattern NAME =
      Pattern.compile("(\\w+)/((journal|snapshot)-\\d{8}|audit\\.ndjson)");

  /** Takes the number of entries in a store. */
  interface Counted {
    void take(String store, long entries);
  }

  ArchivedFiles {
    requireNonNull(stores);
  }

  /** Puts them below a directory; fails with a sentence. */
  void extract(Path archive, Path directory) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().<ZipEntry>map(e -> e)::iterator) {
        Path file = directory.resolve(name(archive, entry));
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

  /** Reads every entry below a directory; fails with a sentence when one is damaged. */
  void check(Path directory, Counted counted) throws IOException {
    for (Projection store : stores.all()) {
      long entries =
          LogScan.read(directory.resolve(Stores.name(store)), store.types(), entry -> {}).entries();
      counted.take(Stores.name(store), entries);
    }
  }
}
