package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.attendance.domain.Ticket;
import id.tixgo.common.clients.ticketing.TicketFacts;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.feed.FeedPage;
import id.tixgo.common.test.MutableClock;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Attendance killed between any two messages of Ticketing and in the middle of them, with pages
 * that come twice: at the end the door's list says what Ticketing said last of each ticket.
 */
class SalesCrashTest {
  private static final int STEPS = 250;

  private final Random random = random();
  private final ToldSales sales = new ToldSales();
  private final Map<String, Optional<String>> codeToRevoked = new TreeMap<>();
  private final List<String> good = new ArrayList<>();
  private OpenStore store;
  private FeedPage stale;
  private int codes;

  @Test
  void theListShouldSayWhatWasToldWhoeverDiesWhen() {
    JsonFormat.install();
    sales.type();
    stale = sales.after(0, 1);
    MutableClock clock = new MutableClock(Instant.parse("2026-01-01T10:00:00Z"));
    store = new OpenStore(Optional.of(OpenStore.newFolder()), clock, Optional.empty());
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(8)) {
        case 0, 1, 2, 3 -> sell();
        case 4, 5 -> hear(sales.after(store.sales().seq(), 1 + random.nextInt(20)));
        case 6 -> hear(stale);
        default -> store = random.nextInt(4) == 0 ? store.compacted() : store.crashed();
      }
    }
    while (store.sales().seq() < sales.size()) {
      hear(sales.after(store.sales().seq(), 100));
    }
    assertEquals(codeToRevoked, listed());
    assertEquals(good.size(), store.book.stats(ToldSales.EVENT).registered());
    store.closeAndDelete();
  }

  private void sell() {
    int what = good.isEmpty() ? 0 : random.nextInt(4);
    if (what < 2) {
      String code = newCode();
      sales.issued(code, "Siti");
      codeToRevoked.put(code, Optional.empty());
      good.add(code);
    } else if (what == 2) {
      String old = anyGood();
      String code = newCode();
      sales.transferred(old, code, "Budi");
      codeToRevoked.put(old, Optional.of(TicketFacts.REISSUED));
      codeToRevoked.put(code, Optional.empty());
      good.add(code);
    } else {
      String code = anyGood();
      sales.revoked(code, TicketFacts.CANCELLED);
      codeToRevoked.put(code, Optional.of(TicketFacts.CANCELLED));
    }
  }

  private String anyGood() {
    return good.remove(random.nextInt(good.size()));
  }

  private String newCode() {
    codes++;
    return "T" + codes;
  }

  /** What isn't answered when it dies may be there or not. */
  private void hear(FeedPage page) {
    stale = page;
    Future<Void> taken = store.sales().take(page);
    if (random.nextInt(3) == 0) {
      store = store.crashed();
    } else {
      taken.otherwiseEmpty().await();
    }
    assertEquals(
        Optional.empty(), store.sales().contradiction(sales.after(store.sales().seq(), 1)));
  }

  private Map<String, Optional<String>> listed() {
    return store.tickets.search(ToldSales.EVENT, "").tickets().stream()
        .collect(Collectors.toMap(Ticket::ticketId, Ticket::revoked, (a, b) -> b, TreeMap::new));
  }

  private static Random random() {
    long seed = System.nanoTime();
    System.out.println("SalesCrashTest seed " + seed);
    return new Random(seed);
  }
}
