package id.tixgo.common.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A silent Identity is noticed, and heard again afterwards. */
class IdentityEarTest {
  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<IdentityChange> changes = new LinkedBlockingQueue<>();
  private final AtomicInteger doubts = new AtomicInteger();
  private final IdentityEar ear =
      new IdentityEar(vertx.eventBus(), changes::add, doubts::incrementAndGet);

  @BeforeEach
  void open() {
    Bus.registerCodecs(vertx);
    ear.open().await();
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void changesShouldBeToldAndSignsOfLifeNot() throws InterruptedException {
    say(IdentityChange.SIGN_OF_LIFE);
    hear("siti");
    assertEquals(0, changes.size());
    ear.check().await();
    hear("budi");
    ear.check().await();
    assertEquals(0, doubts.get());
  }

  @Test
  void silenceShouldBeDoubtedUntilItEndsAndOnceMore() throws InterruptedException {
    ear.check().await();
    for (int silent : List.of(1, 2, 3)) {
      ear.check().await();
      assertEquals(silent, doubts.get());
    }
    hear("siti");
    assertEquals(4, doubts.get());
    hear("siti");
    ear.check().await();
    assertEquals(4, doubts.get());
    assertEquals(0, changes.size());
  }

  private void hear(String user) throws InterruptedException {
    say(IdentityChange.ofUser(user));
    assertEquals(user, changes.poll(10, TimeUnit.SECONDS).username());
  }

  private void say(IdentityChange change) {
    vertx.eventBus().publish(Bus.IDENTITY_CHANGES, change);
  }
}
