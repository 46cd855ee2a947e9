package id.tixgo.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Killed again and again in the middle of work: nothing that was answered may be lost. */
@Alone
class PowerCutIT {
  private static final List<String> DOOR = List.of("identity", "event", "attendance");
  private static final int ROUNDS = 20;
  private static final int LONGEST_MS = 1200;

  @Test
  void nothingThatWasAnsweredShouldBeLost() throws IOException {
    long seed = System.nanoTime();
    System.out.println("PowerCutIT seed " + seed);
    Random random = new Random(seed);
    Map<String, String> settings = Tixgo.settings("SERVICES", String.join(",", DOOR));
    Load before = new Load();
    int total = 0;
    for (int round = 0; round <= ROUNDS; round++) {
      try (Tixgo system = Tixgo.start("all", settings)) {
        DOOR.forEach(
            name -> system.awaitHealthy(settings.get(name.toUpperCase(Locale.ROOT) + "_PORT")));
        Stored stored = Stored.in(settings);
        stored.expect(before);
        expectNoneButTheLastUnanswered(stored, before, total);
        total = stored.ticketToRecord().size();
        before = workUntilKilled(system, settings, "r" + round, random);
      }
    }
  }

  private static Load workUntilKilled(
      Tixgo system, Map<String, String> settings, String name, Random random) throws IOException {
    Load load = new Load(settings, name).start();
    system.await(() -> !load.ticketToRecord.isEmpty());
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_MS)));
    system.kill();
    load.join();
    assertEquals(List.of(), List.copyOf(load.refusals));
    return load;
  }

  /** Each of four doors can have had one scan stored and not yet answered. */
  private static void expectNoneButTheLastUnanswered(Stored stored, Load load, int before) {
    int unanswered = stored.ticketToRecord().size() - before - load.ticketToRecord.size();
    assertEquals(true, unanswered >= 0 && unanswered <= 4, () -> unanswered + " unanswered");
  }
}
