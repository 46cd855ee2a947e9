package id.tixgo.common.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is read while it is written. */
@Timeout(30)
class MapGroupTest {
  private final MapGroup group = new MapGroup();
  private final AtomicInteger published = new AtomicInteger();

  private void publish() {
    group.begin();
    published.incrementAndGet();
    group.end();
  }

  @Test
  void whatIsWrittenAllTheTimeShouldInTheEndBeReadWhileWritersWait() {
    AtomicInteger reads = new AtomicInteger();
    int seen =
        group.read(
            2,
            () -> {
              CompletableFuture<Void> writer = CompletableFuture.runAsync(this::publish);
              if (reads.incrementAndGet() <= 2) {
                writer.join();
              }
              return published.get();
            });
    assertEquals(3, reads.get());
    assertEquals(2, seen);
  }
}
