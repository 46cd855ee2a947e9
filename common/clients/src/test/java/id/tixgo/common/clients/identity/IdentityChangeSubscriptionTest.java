package id.tixgo.common.clients.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.bus.Bus;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A silent Identity is noticed, and heard again afterwards. */
class IdentityChangeSubscriptionTest {
  private static final String DOUBT = "doubt";

  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final AtomicLong nanos = new AtomicLong();

  private class Listener implements IdentityListener {
    @Override
    public void onChange(IdentityChange change) {
      told.add(change.username());
    }

    @Override
    public void onPossibleGap() {
      told.add(DOUBT);
    }
  }

  @BeforeEach
  void registerCodecs() {
    Bus.registerCodecs(vertx, List.of(IdentityChange.class));
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void changesShouldBeToldAndSignsOfLifeNot() throws InterruptedException {
    IdentityChangeSubscription ear = ear(true);
    for (int second = 0; second < 10; second++) {
      pass(1000);
      say(IdentityChange.HEARTBEAT);
      say(IdentityChange.ofUser("siti"));
      hear("siti");
      ear.check();
    }
    assertEquals(0, told.size());
  }

  @Test
  void silenceShouldBeDoubtedUntilItEndsAndOnceMore() throws InterruptedException {
    IdentityChangeSubscription ear = ear(true);
    for (int look = 0; look < 3; look++) {
      pass(3000);
      ear.check();
      hear(DOUBT);
    }
    say(IdentityChange.ofUser("siti"));
    hear(DOUBT);
    hear("siti");
    say(IdentityChange.ofUser("budi"));
    hear("budi");
    assertEquals(0, told.size());
  }

  @Test
  void aSilenceThatNobodyLookedAtShouldBeDoubtedAtItsEnd() throws InterruptedException {
    ear(true);
    pass(3000);
    say(IdentityChange.ofUser("siti"));
    hear(DOUBT);
    hear("siti");
  }

  @Test
  void aloneInItsProcessIdentityMayBeSilent() throws InterruptedException {
    IdentityChangeSubscription ear = ear(false);
    pass(60_000);
    ear.check();
    say(IdentityChange.ofUser("siti"));
    hear("siti");
  }

  private IdentityChangeSubscription ear(boolean expectsSigns) {
    IdentityChangeSubscription ear =
        new IdentityChangeSubscription(vertx.eventBus(), expectsSigns, nanos::get);
    ear.add(new Listener()).await();
    return ear;
  }

  private void pass(long ms) {
    nanos.addAndGet(Duration.ofMillis(ms).toNanos());
  }

  private void say(IdentityChange change) {
    vertx.eventBus().publish(IdentityChange.ADDRESS, change);
  }

  private void hear(String what) throws InterruptedException {
    assertEquals(what, told.poll(10, TimeUnit.SECONDS));
  }
}
