package id.tixgo.launcher.archive;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Projection;
import id.tixgo.common.store.Replay;
import id.tixgo.common.store.audit.AuditFiles;
import id.tixgo.common.store.audit.AuditHead;
import id.tixgo.common.store.wal.LogScan;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Writes what lives in every store as NDJSON, one record a line: {@code
 * {"v":1,"store":"event","entry":{"event":{…}}}}. {@code v} is the version of the store's entries.
 */
final class Export {
  private final Stores stores;
  private final Consumer<String> say;

  Export(Stores stores, Consumer<String> say) {
    this.stores = requireNonNull(stores);
    this.say = requireNonNull(say);
  }

  /** Fails with a sentence; a file that is there already is replaced when all is written. */
  void write(Path file) throws IOException {
    stores.write(file, this::writeAll);
    say.accept("wrote " + file);
  }

  private void writeAll(Path draft) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(draft)) {
      for (Projection store : stores.all()) {
        Replay filling = new Replay(store);
        LogScan.read(stores.folder(store), store.types(), filling::take);
        filling.finish();
        long records = writeAudit(store, out) + write(store, out);
        say.accept(Stores.name(store) + ": " + records + " records");
      }
    }
  }

  /** The lines in the chain's own file, as if they were still on their way there. */
  private long writeAudit(Projection store, BufferedWriter out) throws IOException {
    long[] count = new long[1];
    if (store.audit().isPresent()) {
      long end = store.audit().get().written().seq();
      AuditFiles.read(
          stores.folder(store),
          end,
          line -> {
            write(store, line, out);
            count[0]++;
          });
    }
    return count[0];
  }

  private static long write(Projection store, BufferedWriter out) throws IOException {
    long count = 0;
    for (Iterator<Record> live = store.snapshot(); live.hasNext(); ) {
      Record entry = live.next();
      if (!(entry instanceof AuditHead)) {
        write(store, entry, out);
        count++;
      }
    }
    return count;
  }

  private static void write(Projection store, Record entry, BufferedWriter out) throws IOException {
    out.write(
        "{\"v\":"
            + store.types().version()
            + ",\"store\":\""
            + Stores.name(store)
            + "\",\"entry\":"
            + store.types().text(entry)
            + "}\n");
  }
}
