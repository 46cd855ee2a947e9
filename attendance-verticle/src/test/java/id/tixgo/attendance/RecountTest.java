package id.tixgo.attendance;

import id.tixgo.common.test.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Kept numbers are those that a recount gives, whatever happened, and after any restart. */
@Tag("thorough")
class RecountTest {
  private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T10:00:00Z"));

  @Property(tries = 150)
  void numbersShouldEqualARecount(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int operations) {
    Random random = new Random(seed);
    RandomDoors doors = new RandomDoors(random, clock, inMemory(kept(random)));
    for (int i = 0; i < operations; i++) {
      doors.doSomething();
      doors.check();
    }
    doors.store.close();
  }

  @Property(tries = 30)
  void numbersShouldEqualARecountAfterACrashAndAfterASnapshot(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int operations) {
    Random random = new Random(seed);
    RandomDoors doors = new RandomDoors(random, clock, inFiles(kept(random)));
    for (int i = 0; i < operations; i++) {
      doors.doSomething();
      if (random.nextInt(25) == 0) {
        doors.store = again(doors.store, random.nextInt(3));
      }
      doors.check();
    }
    doors.store.closeAndDelete();
  }

  private static OpenStore again(OpenStore store, int way) {
    return switch (way) {
      case 0 -> store.restarted();
      case 1 -> store.crashed();
      default -> store.compacted();
    };
  }

  private static Optional<Duration> kept(Random random) {
    int days = random.nextInt(4);
    return days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
  }

  private OpenStore inMemory(Optional<Duration> kept) {
    return new OpenStore(Optional.empty(), clock, kept);
  }

  private OpenStore inFiles(Optional<Duration> kept) {
    return new OpenStore(Optional.of(OpenStore.newFolder()), clock, kept);
  }
}
