package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Applies to a projection what stands in a shared log, each entry once and in order. */
final class LogFollower {
  private final Projection projection;
  private final SharedLog log;
  private final Replay filling;
  private boolean begun;
  private long position;
  private Optional<UUID> sought = Optional.empty();
  private boolean found;

  LogFollower(Projection projection, SharedLog log) {
    this.projection = requireNonNull(projection);
    this.log = requireNonNull(log);
    this.filling = new Replay(projection);
  }

  /** The number of the newest entry that is applied. */
  long position() {
    return position;
  }

  /** Reads all that there is into an empty projection; goes on where it failed. */
  void fill() throws IOException {
    if (!begun) {
      log.snapshot().ifPresent(this::restore);
      begun = true;
    }
    for (List<LoggedEntry> page = log.after(position);
        !page.isEmpty();
        page = log.after(position)) {
      page.stream().map(this::next).forEach(filling::take);
    }
    filling.finish();
  }

  /** Applies what others have appended. */
  void follow() throws IOException {
    List<LoggedEntry> page = log.after(position);
    while (!page.isEmpty()) {
      take(page);
      page = log.after(position);
    }
  }

  /** A turn in which everything is applied that there is. */
  SharedLog.Turn turn() throws IOException {
    SharedLog.Turn turn = log.take(position);
    take(turn.missed());
    while (turn.last() > position) {
      turn.leave();
      follow();
      turn = log.take(position);
      take(turn.missed());
    }
    expect(turn.last() + 1);
    return turn;
  }

  /** So many entries were appended by this node, and are shown. */
  void appended(int count) {
    position += count;
  }

  /** From now on looks whether a batch comes. */
  void seek(UUID batch) {
    sought = Optional.of(batch);
    found = false;
  }

  /** Whether the batch that was sought has come. */
  boolean found() {
    return found;
  }

  private void restore(LogSnapshot snapshot) {
    try {
      for (byte[] part : snapshot.parts()) {
        SnapshotParts.read(part, projection.types(), filling::take);
      }
    } catch (IOException e) {
      throw new BrokenLogException("the snapshot can't be read: " + e.getMessage());
    }
    position = snapshot.number();
  }

  private void take(List<LoggedEntry> page) {
    List<Record> entries = new ArrayList<>(page.size());
    for (LoggedEntry entry : page) {
      entries.add(next(entry));
    }
    entries.forEach(projection::apply);
    projection.maps().publish();
    entries.forEach(projection::committed);
  }

  private Record next(LoggedEntry entry) {
    expect(entry.number());
    try {
      Record read = projection.types().parse(entry.text());
      found |= sought.equals(Optional.of(entry.batch()));
      position++;
      return read;
    } catch (IOException e) {
      throw new BrokenLogException("entry " + entry.number() + " can't be read: " + e.getMessage());
    }
  }

  private void expect(long number) {
    if (number != position + 1) {
      throw new BrokenLogException(
          "entry " + (position + 1) + " is missing: the next one is " + number);
    }
  }
}
