package id.tixgo.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.MutableClock;
import id.tixgo.common.time.Timestamps;
import id.tixgo.notification.TroubledServer.Told;
import id.tixgo.notification.TroubledServer.Trouble;
import id.tixgo.notification.domain.MailStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An hour in which the mail server is away, or in trouble with some mails; second by second. */
class OutboxHourTest {
  private static final int PER_SECOND = 10;
  private static final Duration HOUR = Duration.ofHours(1);

  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-27T01:00:00Z"));
  private final TroubledServer server = new TroubledServer(clock);
  private final OpenOutbox house =
      new OpenOutbox(server, PER_SECOND, new Random(19)::nextDouble, clock);
  private long last;

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aServerThatIsAwayShouldCostNoMailAndNoFlood() {
    server.leave();
    write("away", 60);
    pass(HOUR);
    assertEquals(List.of(), server.taken(""));
    assertTrue(all().allMatch(id -> house.find(id).isPending()));
    all().forEach(this::assertPausesGrow);
    assertTrue(all().mapToObj(id -> pauses(told(id)).get(0)).distinct().count() > 20);
    server.recover();
    write("later", 300);
    pass(Duration.ofSeconds(25));
    assertTrue(server.taken("later").size() < 300);
    pass(Duration.ofSeconds(25));
    assertEquals(300, server.taken("later").size());
    pass(Duration.ofMinutes(80));
    assertEquals(List.of(), not(MailStatus.SENT));
    all().forEach(id -> assertEquals(1, taken(id).size()));
    assertPaceIsKept(server.told(""));
  }

  /** Each twice as long as the one before, an hour at most, a quarter more or less. */
  private void assertPausesGrow(long id) {
    List<Duration> pauses = pauses(told(id));
    assertTrue(pauses.size() >= 5 && pauses.size() <= 7, pauses::toString);
    for (int i = 0; i < pauses.size(); i++) {
      double planned = Math.min(3600, 30 * Math.pow(2, i));
      double pause = pauses.get(i).toSeconds();
      assertTrue(pause >= planned * 0.75 - 1 && pause <= planned * 1.25 + 9, pauses::toString);
    }
  }

  private static List<Duration> pauses(List<Told> tries) {
    return IntStream.range(1, tries.size())
        .mapToObj(i -> Duration.between(tries.get(i - 1).at(), tries.get(i).at()))
        .toList();
  }

  /** What has gathered may leave at once, and as much within a second of that. */
  private static void assertPaceIsKept(List<Told> told) {
    for (int i = 2 * PER_SECOND; i < told.size(); i++) {
      Instant second = told.get(i - 2 * PER_SECOND).at().plusSeconds(1);
      assertFalse(told.get(i).at().isBefore(second), "too many at " + second);
    }
  }

  @Test
  void troubleWithSomeMailsShouldCostNoneOfThemAndHoldUpNoOther() {
    Stream.of("busy", "refuses", "slow", "drops").forEach(name -> write(name, 12));
    pass(Duration.ofSeconds(20));
    server.recover(Trouble.DROPS);
    for (int others = 1; others <= 60; others++) {
      write("other", 1);
      pass(Duration.ofSeconds(15));
      assertEquals(others, server.taken("other").size());
      pass(Duration.ofSeconds(45));
    }
    assertEquals(List.of(), server.taken("busy"));
    assertEquals(12, server.told("refuses").size());
    server.recover();
    not(MailStatus.SENT).stream().filter(id -> !house.find(id).isPending()).forEach(this::resend);
    pass(Duration.ofMinutes(80));
    assertEquals(List.of(), not(MailStatus.SENT));
    for (long id : all().toArray()) {
      List<Told> taken = taken(id);
      assertEquals(taken.get(0).to().startsWith("drops") ? 2 : 1, taken.size());
    }
  }

  private void resend(long id) {
    house.stored.change(id, failed -> failed.queued(Timestamps.now(clock))).await();
  }

  private void write(String name, int mails) {
    for (long end = last + mails; last < end; ) {
      house.know(++last, name + last);
      house.due(last, last, Optional.empty());
    }
  }

  /** As often as the service looks. */
  private void pass(Duration time) {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      house.outbox.look();
      clock.advance(Duration.ofMillis(200));
      server.answer();
    }
  }

  private LongStream all() {
    return LongStream.rangeClosed(1, last);
  }

  private List<Long> not(MailStatus status) {
    return all().filter(id -> house.find(id).status() != status).boxed().toList();
  }

  /** Each time it came it was known by the same Message-ID. */
  private List<Told> told(long id) {
    String messageId = "<" + id + "@example.com>";
    return server.told("").stream().filter(mail -> mail.messageId().equals(messageId)).toList();
  }

  private List<Told> taken(long id) {
    return told(id).stream().filter(Told::taken).toList();
  }
}
