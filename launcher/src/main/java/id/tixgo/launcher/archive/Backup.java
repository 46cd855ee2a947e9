package id.tixgo.launcher.archive;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.journal.Fold;
import id.tixgo.common.journal.JournalScan;
import id.tixgo.common.journal.JournalScan.Found;
import id.tixgo.common.journal.JournalScan.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes every store into one ZIP archive, also while services run: files only ever grow or are
 * replaced as a whole, so what was stored when a file is looked at can be copied at leisure.
 */
final class Backup {
  private static final int TRIES = 5;

  private final Stores stores;
  private final Consumer<String> say;

  Backup(Stores stores, Consumer<String> say) {
    this.stores = requireNonNull(stores);
    this.say = requireNonNull(say);
  }

  /** Checks every entry while it copies; fails with a sentence. */
  void write(Path archive) throws IOException {
    Draft.write(archive, this::tryToWriteAll);
    say.accept("wrote " + archive + ", " + Files.size(archive) + " bytes");
  }

  /** A service may just be replacing the file that is looked at. */
  private void tryToWriteAll(Path draft) throws IOException {
    for (int rest = TRIES; ; rest--) {
      try {
        writeAll(draft);
        return;
      } catch (NoSuchFileException e) {
        if (rest == 1) {
          throw e;
        }
      }
    }
  }

  private void writeAll(Path draft) throws IOException {
    try (OutputStream file = Files.newOutputStream(draft);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Fold store : stores.all()) {
        write(store, zip);
      }
    }
  }

  private void write(Fold store, ZipOutputStream zip) throws IOException {
    Found found = JournalScan.read(stores.folder(store), store.types(), entry -> {});
    for (Part part : found.parts()) {
      zip.putNextEntry(new ZipEntry(Stores.name(store) + "/" + part.file().getFileName()));
      copy(part, zip);
      zip.closeEntry();
    }
    say.accept(Stores.name(store) + ": " + found.entries() + " entries");
  }

  private static void copy(Part part, OutputStream out) throws IOException {
    byte[] chunk = new byte[1 << 16];
    long rest = part.end();
    try (InputStream in = Files.newInputStream(part.file())) {
      while (rest > 0) {
        int length = in.read(chunk, 0, (int) Math.min(chunk.length, rest));
        out.write(chunk, 0, length);
        rest -= length;
      }
    }
  }
}
