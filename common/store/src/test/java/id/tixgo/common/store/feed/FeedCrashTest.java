package id.tixgo.common.store.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.json.JsonFormat;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One who tells and one who hears, killed again and again between any two steps and in the middle
 * of them: each message counts once, in order.
 */
@Tag("thorough")
class FeedCrashTest {
  private static final int MESSAGES = 1000;

  private final Vertx vertx = Vertx.vertx();
  private final Random random = random();
  private Mortal<Telling> teller;
  private Mortal<Hearing> hearer;
  private FeedPage stale = new FeedPage("", 0, Optional.empty(), List.of());
  private int deaths;

  @Test
  void eachMessageShouldCountOnceInOrderWhoeverDiesWhen() throws IOException {
    JsonFormat.install();
    teller = new Mortal<>(vertx, Files.createTempDirectory("tixgo-feed"), Telling::new);
    hearer = new Mortal<>(vertx, Files.createTempDirectory("tixgo-feed"), Hearing::new);
    while (hearer.state.heard().size() < MESSAGES) {
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> tell();
        case 3, 4, 5 -> hear();
        case 6 -> hear(stale);
        default -> dieIfAtAll();
      }
    }
    int count = hearer.state.heard().size();
    assertEquals(LongStream.rangeClosed(1, count).boxed().toList(), hearer.state.heard());
    assertEquals(count, inbox().seq());
    System.out.println(deaths + " deaths on the way to " + count);
    hearer.close();
    teller.close();
    vertx.close().await();
  }

  /** Changes and their messages: all that was answered must be there later, and nothing twice. */
  private void tell() {
    List<Future<Long>> steps =
        random
            .ints(1 + random.nextInt(30), 0, 1)
            .mapToObj(i -> teller.state.step(teller.store, teller.context))
            .toList();
    if (random.nextInt(4) == 0) {
      teller = teller.killed();
      deaths++;
    } else {
      Future.all(steps).await();
    }
    assertEquals(teller.state.count(), page(teller.state.count(), 1).last());
  }

  private void hear() {
    stale = page(inbox().seq(), 1 + random.nextInt(60));
    hear(stale);
  }

  private void hear(FeedPage page) {
    Future<Void> taken = inbox().take(page);
    if (random.nextInt(4) == 0) {
      hearer = hearer.killed();
      deaths++;
    } else {
      taken.otherwiseEmpty().await();
    }
    FeedPage now = page(inbox().seq(), 1);
    assertEquals(Optional.empty(), inbox().contradiction(now));
  }

  private void dieIfAtAll() {
    if (random.nextInt(3) == 0) {
      teller = teller.killed();
      hearer = hearer.killed();
      deaths += 2;
    }
  }

  private FeedPage page(long after, int limit) {
    return teller.state.feed.hasBegun()
        ? teller.state.feed.page(after, limit)
        : new FeedPage("", 0, Optional.empty(), List.of());
  }

  private FeedInbox inbox() {
    return new FeedInbox(
        Hearing.FEED, hearer.state.positions, hearer.state, hearer.store, hearer.context);
  }

  private static Random random() {
    long seed = System.nanoTime();
    System.out.println("FeedCrashTest seed " + seed);
    return new Random(seed);
  }
}
