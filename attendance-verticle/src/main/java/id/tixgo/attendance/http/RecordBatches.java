package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceQueries;
import id.tixgo.attendance.domain.ScanRecord;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** An event's check-ins, some at a time, read when they are asked for; at least one batch. */
final class RecordBatches implements Iterator<List<ScanRecord>> {
  private static final int BATCH = 250;

  private final AttendanceQueries store;
  private final AttendanceHandler.Range range;
  private long after;
  private long read;
  private boolean ended;

  RecordBatches(AttendanceQueries store, AttendanceHandler.Range range) {
    this.store = requireNonNull(store);
    this.range = requireNonNull(range);
    this.after = range.after();
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public List<ScanRecord> next() {
    if (ended) {
      throw new NoSuchElementException();
    }
    int wanted = (int) Math.min(BATCH, range.limit() - read);
    List<ScanRecord> records = store.checkIns(range.eventId(), after, range.upTo(), wanted);
    read += records.size();
    ended = records.size() < wanted || read == range.limit();
    after = records.isEmpty() ? after : records.get(records.size() - 1).seq();
    return records;
  }
}
