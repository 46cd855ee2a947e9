package id.tixgo.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.clients.identity.UserFacts;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.test.MutableClock;
import id.tixgo.wallet.domain.Account;
import id.tixgo.wallet.domain.Holdings;
import id.tixgo.wallet.domain.MovementKind;
import id.tixgo.wallet.domain.Movements;
import id.tixgo.wallet.domain.Movements.Wanted;
import id.tixgo.wallet.domain.Openings;
import id.tixgo.wallet.domain.Transfer;
import id.tixgo.wallet.domain.TransferStatus;
import id.tixgo.wallet.domain.Transfers;
import id.tixgo.wallet.domain.Transfers.Draft;
import id.tixgo.wallet.domain.WalletStep;
import id.tixgo.wallet.domain.Wallets.Totals;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of users, transfers, names used again, crashes, restarts and snapshots, beside a
 * model of a few lines: at any look nobody has less than nothing, the sum is zero, and everybody
 * has what the model says.
 */
class WalletHistoryTest {
  private static final int STEPS = 400;
  private static final int USERS = 5;
  private static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");

  private final long[] posted = new long[USERS + 1];
  private final boolean[] closed = new boolean[USERS + 1];
  private final boolean[] gone = new boolean[USERS + 1];
  private final Map<Long, Long> idToPending = new HashMap<>();
  private final Map<String, Wanted> referenceToWanted = new HashMap<>();
  private Random random;
  private OpenWallets open;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everybodyShouldHaveWhatHappenedToHim(long seed) {
    random = new Random(seed);
    MutableClock clock = new MutableClock(BEGIN);
    open = new OpenWallets(OpenWallets.newFolder(), clock);
    try {
      IntStream.rangeClosed(1, USERS)
          .forEach(id -> open.identityTells(UserFacts.CREATED, id, "u" + id));
      for (int step = 0; step < STEPS; step++) {
        step();
        check();
      }
    } finally {
      open.close();
    }
  }

  /** A registration that comes again, or a log-in that Identity answered a while ago. */
  @Test
  void whatTheFeedHasToldShouldStay() {
    open = opened();
    try {
      open.identityTells(UserFacts.CHANGED, 1, "renamed");
      open.wallets.take(Openings.made(1, "u1", Optional.of("old@example.com"))).await();
      open.wallets.take(Openings.entered(1, "u1", Optional.of("old@example.com"))).await();
      Account account = open.wallets.account(1).orElseThrow();
      assertEquals("renamed", account.fullName());
      assertEquals(Optional.empty(), account.email());
    } finally {
      open.close();
    }
  }

  /** Somebody looks all the time while transfers come in, many in one batch. */
  @Test
  void aListShouldNeverBeEmptyForAMoment() {
    open = opened();
    try {
      begin(1).await();
      AtomicBoolean done = new AtomicBoolean();
      CompletableFuture<Integer> shortest = CompletableFuture.supplyAsync(() -> shortest(done));
      for (int round = 0; round < 30; round++) {
        Future.join(IntStream.range(0, 60).mapToObj(i -> begin(1)).toList()).await();
      }
      done.set(true);
      assertTrue(shortest.join() > 0);
    } finally {
      open.close();
    }
  }

  private int shortest(AtomicBoolean done) {
    int shortest;
    do {
      shortest = open.wallets.transfers(Optional.of(1L)).await().size();
    } while (shortest > 0 && !done.get());
    return shortest;
  }

  /** A store of its own, where the first of two users has money. */
  private static OpenWallets opened() {
    OpenWallets opened = new OpenWallets(OpenWallets.newFolder(), new MutableClock(BEGIN));
    opened.identityTells(UserFacts.CREATED, 1, "u1");
    opened.identityTells(UserFacts.CREATED, 2, "u2");
    opened.wallets.take(Movements.make(wanted(MovementKind.TOPUP, 10_000))).await();
    return opened;
  }

  private static Wanted wanted(MovementKind kind, long minor) {
    return new Wanted(1, kind, minor, Optional.empty(), Optional.empty());
  }

  private Future<Transfer> begin(long minor) {
    Draft draft = new Draft(1, 2, minor, Optional.empty(), Optional.empty());
    return open.wallets.take(Transfers.begin(draft));
  }

  private void step() {
    int chance = random.nextInt(100);
    if (chance < 30) {
      move();
    } else if (chance < 60) {
      begin();
    } else if (chance < 85) {
      decide();
    } else if (chance < 88) {
      close(user());
    } else if (chance < 92) {
      enter(user());
    } else if (chance < 94) {
      change(user());
    } else if (chance < 95) {
      delete(user());
    } else {
      open = stopped(chance);
    }
  }

  private OpenWallets stopped(int chance) {
    return switch (chance % 3) {
      case 0 -> open.restarted();
      case 1 -> open.crashed();
      default -> open.compacted();
    };
  }

  private void move() {
    List<MovementKind> kinds =
        List.of(MovementKind.TOPUP, MovementKind.PAYMENT, MovementKind.REFUND);
    Optional<String> reference =
        random.nextInt(3) == 0 ? Optional.of("r" + random.nextInt(40)) : Optional.empty();
    Wanted wanted =
        new Wanted(user(), kinds.get(random.nextInt(3)), amount(), reference, Optional.empty());
    Wanted before = reference.map(referenceToWanted::get).orElse(null);
    boolean spends = wanted.kind() == MovementKind.PAYMENT;
    int id = (int) wanted.userId();
    if (before != null) {
      expect(before.equals(wanted), Movements.make(wanted));
    } else if (expect(may(wanted), Movements.make(wanted))) {
      closed[id] = false;
      posted[id] += spends ? -wanted.minor() : wanted.minor();
      closeIfLeft(id);
      reference.ifPresent(name -> referenceToWanted.put(name, wanted));
    }
  }

  private boolean may(Wanted wanted) {
    int id = (int) wanted.userId();
    return switch (wanted.kind()) {
      case PAYMENT -> !closed[id] && available(id) >= wanted.minor();
      case REFUND -> true;
      default -> receives(id);
    };
  }

  private void begin() {
    Draft draft = new Draft(user(), user(), amount(), Optional.empty(), Optional.of(7L));
    int from = (int) draft.senderId();
    boolean may =
        draft.senderId() != draft.receiverId()
            && !closed[from]
            && receives((int) draft.receiverId())
            && available(from) >= draft.minor();
    if (expect(may, Transfers.begin(draft))) {
      long id = open.wallets.transfers(Optional.of(draft.senderId())).await().get(0).id();
      idToPending.put(id, draft.minor());
    }
  }

  private void decide() {
    long id = 1L + random.nextInt(60);
    Optional<Transfer> known = open.wallets.transfer(id).filter(t -> !t.hidden());
    known.ifPresent(transfer -> assertEquals(Optional.of(7L), transfer.by()));
    boolean pending = idToPending.containsKey(id);
    int way = random.nextInt(3);
    boolean completes = way == 0;
    boolean receives = known.filter(t -> receives((int) t.receiverId())).isPresent();
    TransferStatus status = completes ? TransferStatus.COMPLETED : TransferStatus.FAILED;
    boolean again = way < 2 && known.filter(t -> t.status() == status).isPresent();
    boolean may = again || (pending && (!completes || receives));
    WalletStep<?> step =
        way == 2 ? Transfers.takeBack(id) : Transfers.decide(id, status, Optional.empty());
    if (expect(may, step) && pending) {
      idToPending.remove(id);
      if (completes) {
        posted[(int) known.orElseThrow().senderId()] -= known.orElseThrow().minor();
        posted[(int) known.orElseThrow().receiverId()] += known.orElseThrow().minor();
        closeIfLeft((int) known.orElseThrow().senderId());
      }
    }
  }

  private void close(int id) {
    if (expect(!closed[id] && posted[id] == 0 && held(id) == 0, Openings.close(id))) {
      closed[id] = true;
    }
  }

  private void enter(int id) {
    assertTrue(expect(true, Openings.entered(id, "u" + id, Optional.empty())));
    closed[id] = gone[id] && closed[id];
  }

  /** Of Identity's users none comes back, but one whose store is put back to an earlier state. */
  private void change(int id) {
    open.identityTells(UserFacts.CHANGED, id, "renamed");
    gone[id] = false;
  }

  private void delete(int id) {
    open.identityTells(UserFacts.DELETED, id, "user " + id);
    gone[id] = true;
    closeIfLeft(id);
  }

  private void closeIfLeft(int id) {
    closed[id] = closed[id] || (gone[id] && posted[id] == 0 && held(id) == 0);
  }

  private boolean receives(int id) {
    return !closed[id] && !gone[id];
  }

  private boolean expect(boolean may, WalletStep<?> step) {
    boolean taken = isTaken(step);
    assertEquals(may, taken);
    return taken;
  }

  private boolean isTaken(WalletStep<?> step) {
    try {
      open.wallets.take(step).await();
      return true;
    } catch (Problem refused) {
      return false;
    }
  }

  private int user() {
    return 1 + random.nextInt(USERS);
  }

  private long amount() {
    return 1L + random.nextInt(1000);
  }

  private long available(int id) {
    return posted[id] - held(id);
  }

  private long held(int id) {
    return pending(id).stream().mapToLong(x -> x).sum();
  }

  private List<Long> pending(int id) {
    return idToPending.entrySet().stream()
        .filter(e -> open.wallets.transfer(e.getKey()).orElseThrow().senderId() == id)
        .map(Map.Entry::getValue)
        .toList();
  }

  private void check() {
    for (int id = 1; id <= USERS; id++) {
      Holdings holdings = open.wallets.holdings(id);
      assertEquals(new Holdings(posted[id], held(id), pending(id).size()), holdings);
      assertTrue(holdings.available() >= 0);
      assertEquals(closed[id], open.wallets.account(id).isEmpty());
    }
    Totals totals = open.wallets.totals().await();
    assertEquals(0, totals.sum());
    assertEquals(Arrays.stream(posted).sum(), totals.posted());
    assertEquals(idToPending.values().stream().mapToLong(x -> x).sum(), totals.held());
  }
}
