package id.tixgo.common.store.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** Keeps the newest lines, for a store that keeps nothing beyond the process either. */
final class MemoryTrail implements AuditTrail {
  private static final int MOST = 10_000;

  private final Deque<AuditLine> lines = new ArrayDeque<>();
  private String id = "";

  @Override
  public synchronized String id() {
    return id;
  }

  @Override
  public synchronized AuditHead last() {
    return lines.isEmpty() ? AuditHead.NONE : lines.getLast().head();
  }

  @Override
  public synchronized void append(List<AuditLine> more) {
    lines.addAll(more);
    id = id.isEmpty() ? lines.getFirst().head().hash() : id;
    while (lines.size() > MOST) {
      lines.removeFirst();
    }
  }

  @Override
  public void sync() {}

  @Override
  public synchronized List<String> after(long seq, int limit) {
    return lines.stream()
        .filter(line -> line.seq() > seq)
        .limit(limit)
        .map(AuditLine::text)
        .toList();
  }

  @Override
  public void before(long seq, Predicate<String> more) {
    Iterator<AuditLine> newestFirst = copy().descendingIterator();
    boolean wanted = true;
    while (wanted && newestFirst.hasNext()) {
      AuditLine line = newestFirst.next();
      wanted = line.seq() >= seq || more.test(line.text());
    }
  }

  @Override
  public void close() {}

  private synchronized Deque<AuditLine> copy() {
    return new ArrayDeque<>(lines);
  }
}
