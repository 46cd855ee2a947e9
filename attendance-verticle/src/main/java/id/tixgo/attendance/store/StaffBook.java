package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.CheckIn;
import io.vertx.core.shareddata.Shareable;
import io.vertx.core.shareddata.SharedData;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The check-ins that one member of staff made at one event, in their order. Thread-safe, like its
 * event's book.
 */
final class StaffBook implements Shareable {
  private final Series checkIns;
  private final AtomicLong count = new AtomicLong();

  StaffBook(SharedData shared, String key) {
    this.checkIns = new Series(shared, "attendance.staff." + key);
  }

  void add(CheckIn checkIn) {
    checkIns.set(count.getAndIncrement(), checkIn);
  }

  long total() {
    return count.get();
  }

  Stream<CheckIn> from(long offset) {
    return LongStream.range(offset, total()).mapToObj(checkIns::get).flatMap(Optional::stream);
  }
}
