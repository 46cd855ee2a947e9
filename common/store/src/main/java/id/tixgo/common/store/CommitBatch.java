package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The commits that are stored together, with one sync. */
final class CommitBatch {
  private final Projection projection;
  private final Text text = new Text();
  private final List<Record> added = new ArrayList<>();
  private final List<PendingCommit<?>> commits = new ArrayList<>();

  /** The text of the entries, without a copy. */
  private static final class Text extends ByteArrayOutputStream {
    private static final int KEPT = 1 << 20;

    byte[] bytes() {
      return buf;
    }

    void clear() {
      if (buf.length > KEPT) {
        buf = new byte[KEPT];
      }
      reset();
    }
  }

  CommitBatch(Projection projection) {
    this.projection = requireNonNull(projection);
  }

  /** Where the commits that wait are put; {@link #decide} takes them on. */
  List<PendingCommit<?>> commits() {
    return commits;
  }

  /** Makes all transactions; fails when an entry can't be written as text. */
  void decide() throws IOException {
    try (JsonGenerator json = projection.types().writer(text)) {
      commits.forEach(commit -> commit.decide(entry -> add(json, entry)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  byte[] text() {
    return text.bytes();
  }

  int length() {
    return text.size();
  }

  int entries() {
    return added.size();
  }

  /** Shows the changes to readers and answers. */
  void stored() {
    projection.maps().publish();
    added.forEach(this::committed);
    answer();
  }

  /** Answers, once what was appended without an answer was found stored, and is shown. */
  void found() {
    added.forEach(projection::counted);
    answer();
  }

  private void committed(Record entry) {
    projection.committed(entry);
    projection.counted(entry);
  }

  /** Answers that nothing has changed, once the maps have forgotten it. */
  void failed(RuntimeException failure) {
    commits.forEach(commit -> commit.fail(failure));
    answer();
  }

  private void add(JsonGenerator json, Record entry) {
    try {
      projection.types().write(json, entry);
      projection.apply(entry);
      added.add(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One task for each context, however many commits came from it. */
  private void answer() {
    Map<Context, List<PendingCommit<?>>> contextToCommits = new LinkedHashMap<>();
    commits.forEach(
        c -> contextToCommits.computeIfAbsent(c.context(), context -> new ArrayList<>()).add(c));
    contextToCommits.forEach(
        (context, own) -> context.runOnContext(now -> own.forEach(PendingCommit::answer)));
    commits.clear();
    added.clear();
    text.clear();
  }
}
