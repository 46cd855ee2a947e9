package id.tixgo.launcher.archive;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Projection;
import id.tixgo.common.store.audit.AuditEnds;
import id.tixgo.common.store.audit.AuditFiles;
import id.tixgo.common.store.audit.AuditHead;
import id.tixgo.common.store.audit.FileTrail;
import id.tixgo.common.store.wal.LogScan;
import id.tixgo.common.store.wal.LogScan.Found;
import id.tixgo.common.store.wal.LogScan.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes every store into one ZIP archive, also while services run: what is in a file stays there
 * until the file is replaced as a whole, so what was stored when they are opened can be copied at
 * leisure.
 */
final class Backup {
  private final Stores stores;
  private final Consumer<String> say;

  Backup(Stores stores, Consumer<String> say) {
    this.stores = requireNonNull(stores);
    this.say = requireNonNull(say);
  }

  /** Checks every entry, then copies; fails with a sentence. */
  void write(Path archive) throws IOException {
    stores.write(archive, this::writeAll);
    say.accept("wrote " + archive + ", " + Files.size(archive) + " bytes");
  }

  private void writeAll(Path draft) throws IOException {
    try (OutputStream file = Files.newOutputStream(draft);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Projection store : stores.all()) {
        write(store, zip);
      }
    }
  }

  private void write(Projection store, ZipOutputStream zip) throws IOException {
    AuditEnds.Reading audit = new AuditEnds.Reading();
    try (LogScan scan = LogScan.open(stores.folder(store), store.types(), audit::take)) {
      Found found = scan.read();
      for (Part part : found.parts()) {
        zip.putNextEntry(new ZipEntry(Stores.name(store) + "/" + part.file().getFileName()));
        scan.copy(part, zip);
        zip.closeEntry();
      }
      writeAudit(store, audit.ends().head(), zip);
      say.accept(Stores.name(store) + ": " + found.entries() + " entries");
    }
  }

  /** As far as the store knew of it: what was changed later is in another backup. */
  private void writeAudit(Projection store, AuditHead end, ZipOutputStream zip) throws IOException {
    if (store.audit().isPresent()) {
      zip.putNextEntry(new ZipEntry(Stores.name(store) + "/" + FileTrail.NAME));
      AuditFiles.copy(stores.folder(store), end.seq(), zip);
      zip.closeEntry();
    }
  }
}
