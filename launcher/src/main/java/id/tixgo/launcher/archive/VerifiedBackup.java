package id.tixgo.launcher.archive;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.RestoreMarker;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One archive more, and the oldest away; the caller keeps other processes from the folder. */
record VerifiedBackup(BackupPlan plan, BackupFolder folder) {
  private static final Logger LOG = LoggerFactory.getLogger(VerifiedBackup.class);

  /** What the stores themselves must be left: as the alert rules have it. */
  private static final long LEFT_FREE = 200_000_000;

  VerifiedBackup {
    requireNonNull(plan);
    requireNonNull(folder);
  }

  /**
   * Gets its name once every entry of it was read again and it is on the disk; only then others go.
   * Fails with a sentence, and leaves those that were there.
   */
  void write(Instant begin) throws IOException {
    folder.clear();
    Vertx vertx = Vertx.vertx();
    try {
      write(Stores.in(plan.data(), vertx), folder.at(begin));
    } finally {
      vertx.close();
    }
    folder.keep(plan.keep(), begin);
  }

  private void write(Stores stores, Path archive) throws IOException {
    expectRoom(stores.bytes());
    Path unverified = archive.resolveSibling(archive.getFileName() + ".unverified");
    try {
      new Backup(stores, LOG::debug).write(unverified);
      long entries = verify(stores, unverified);
      RestoreMarker.sync(unverified);
      Files.move(unverified, archive, StandardCopyOption.ATOMIC_MOVE);
      RestoreMarker.sync(folder.path());
      LOG.info("backed up to {}, verified: {} entries", archive, entries);
    } finally {
      Files.deleteIfExists(unverified);
    }
  }

  /** Takes all out again beside it, as a restore does, and reads it. */
  private long verify(Stores stores, Path archive) throws IOException {
    Stores beside = new Stores(folder.path(), stores.all());
    ArchivedFiles files = new ArchivedFiles(beside);
    LongAdder all = new LongAdder();
    try {
      Path draft = beside.draft();
      files.extract(archive, draft);
      files.check(draft, (store, entries) -> all.add(entries));
    } finally {
      beside.deleteDraft();
    }
    return all.sum();
  }

  /** The archive and what is taken out of it again are at most as large as the stores. */
  private void expectRoom(long bytes) throws IOException {
    long free = Files.getFileStore(folder.path()).getUsableSpace();
    if (free < 2 * bytes + LEFT_FREE) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s has %.2f GB free, and a backup needs %.2f GB for a while. Make room.",
              folder.path(),
              free / 1e9,
              (2 * bytes + LEFT_FREE) / 1e9));
    }
  }
}
