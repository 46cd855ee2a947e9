package id.tixgo.common.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** One node's way to a log in memory that nodes share; it can be cut, and lose answers. */
final class MemoryLog implements SharedLog {
  volatile boolean away;
  volatile Optional<Loss> losing = Optional.empty();
  private final Shared shared;
  private Runnable bell = () -> {};

  /** What becomes of an append whose answer doesn't come. */
  enum Loss {
    STORED,
    NOT_STORED
  }

  /** What all nodes see. */
  static final class Shared {
    final List<LoggedEntry> entries = new CopyOnWriteArrayList<>();
    final List<MemoryLog> nodes = new CopyOnWriteArrayList<>();
    private final Semaphore turn = new Semaphore(1);
    volatile Optional<LogSnapshot> snapshot = Optional.empty();
    volatile boolean replaced;

    MemoryLog node() {
      MemoryLog node = new MemoryLog(this);
      nodes.add(node);
      return node;
    }
  }

  private MemoryLog(Shared shared) {
    this.shared = shared;
  }

  @Override
  public Optional<LogSnapshot> snapshot() throws IOException {
    reach();
    return shared.snapshot;
  }

  @Override
  public long snapshotNumber() throws IOException {
    reach();
    return shared.snapshot.map(LogSnapshot::number).orElse(0L);
  }

  @Override
  public void writeSnapshot(long number, Iterator<byte[]> parts) {
    List<byte[]> all = new ArrayList<>();
    parts.forEachRemaining(all::add);
    shared.snapshot = Optional.of(new LogSnapshot(number, all));
  }

  @Override
  public List<LoggedEntry> after(long number) throws IOException {
    reach();
    return shared.entries.stream().filter(entry -> entry.number() > number).limit(3).toList();
  }

  @Override
  public Turn take(long after) throws IOException {
    reach();
    shared.turn.acquireUninterruptibly();
    return new MemoryTurn(after(after), last());
  }

  private long last() {
    return shared.entries.isEmpty() ? 0 : shared.entries.get(shared.entries.size() - 1).number();
  }

  @Override
  public void listen(Runnable rung) {
    bell = rung;
  }

  @Override
  public void close() {
    shared.nodes.remove(this);
  }

  private void reach() throws IOException {
    if (shared.replaced) {
      throw new BrokenLogException("the store was replaced by another.");
    }
    if (away) {
      throw new IOException("away");
    }
  }

  private final class MemoryTurn implements Turn {
    private final List<LoggedEntry> missed;
    private final long last;

    MemoryTurn(List<LoggedEntry> missed, long last) {
      this.missed = missed;
      this.last = last;
    }

    @Override
    public List<LoggedEntry> missed() {
      return missed;
    }

    @Override
    public long last() {
      return last;
    }

    @Override
    public void append(UUID batch, List<String> lines) throws IOException {
      Optional<Loss> loss = losing;
      if (!loss.equals(Optional.of(Loss.NOT_STORED))) {
        lines.forEach(line -> shared.entries.add(new LoggedEntry(last() + 1 + at(), batch, line)));
      }
      leave();
      if (loss.isPresent()) {
        losing = Optional.empty();
        away = true;
        throw new IOException("no answer");
      }
      shared.nodes.stream().filter(node -> node != MemoryLog.this).forEach(n -> n.bell.run());
    }

    private long at() {
      return MemoryLog.this.last() - last;
    }

    @Override
    public void leave() {
      shared.turn.release();
    }
  }
}
