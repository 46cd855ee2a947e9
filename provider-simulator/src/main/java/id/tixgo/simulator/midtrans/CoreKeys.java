package id.tixgo.simulator.midtrans;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.behaviour.Agenda;
import id.tixgo.simulator.gateway.Replays;
import id.tixgo.simulator.gateway.WireCall;
import id.tixgo.simulator.gateway.WireReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Core's {@code Idempotency-Key}: of all calls together, for five minutes, for good answers alone.
 * A longer key than allowed counts for nothing, and nobody says so.
 */
final class CoreKeys implements Replays {
  private static final int LONGEST_KEY = 46;
  private static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final Set<String> GOOD = Set.of("200", "201", "407");
  private static final WireReply RUNNING =
      WireReply.json(
          202, CoreErrors.body(202, "A request with this key is being processed"), "202");

  private final Agenda agenda;

  /** In the order in which they began. */
  private final Map<String, Kept> keyToKept = new LinkedHashMap<>();

  private record Kept(Instant since, WireReply reply) {}

  CoreKeys(Agenda agenda) {
    this.agenda = requireNonNull(agenda);
  }

  @Override
  public Optional<WireReply> begin(WireCall call) {
    forgetOld();
    return key(call).flatMap(this::keptOrBegun);
  }

  private Optional<WireReply> keptOrBegun(String key) {
    Kept begun = new Kept(agenda.now(), RUNNING);
    return Optional.ofNullable(keyToKept.putIfAbsent(key, begun)).map(Kept::reply);
  }

  @Override
  public void end(WireCall call, WireReply reply) {
    key(call).ifPresent(key -> keep(key, reply));
  }

  private void keep(String key, WireReply reply) {
    if (GOOD.contains(reply.code()) && !isUnkept(reply)) {
      keyToKept.replace(key, new Kept(agenda.now(), reply));
    } else {
      keyToKept.remove(key);
    }
  }

  /** Some methods' answers aren't kept. */
  private static boolean isUnkept(WireReply reply) {
    return SnapMethod.ofAnswer(reply.body().toJsonObject())
        .filter(method -> !method.keepsAnswers())
        .isPresent();
  }

  private static Optional<String> key(WireCall call) {
    return call.header("Idempotency-Key").filter(key -> key.length() <= LONGEST_KEY);
  }

  private void forgetOld() {
    Instant oldest = agenda.now().minus(LIFETIME);
    Iterator<Kept> kept = keyToKept.values().iterator();
    while (kept.hasNext() && kept.next().since().isBefore(oldest)) {
      kept.remove();
    }
  }

  void reset() {
    keyToKept.clear();
  }
}
