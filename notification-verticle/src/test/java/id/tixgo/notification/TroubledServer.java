package id.tixgo.notification;

import id.tixgo.notification.domain.Mail;
import id.tixgo.notification.domain.MailServer;
import id.tixgo.notification.domain.Posted;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A mail server that treats readers by the beginning of their names, and keeps what it takes. */
final class TroubledServer implements MailServer {
  private final Clock clock;
  private final Map<Trouble, Posted> troubleToAnswer = new EnumMap<>(Trouble.class);
  private final List<Told> told = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private boolean away;

  /** What it makes of a mail for whom that stands before the name. */
  enum Trouble {
    BUSY,
    REFUSES,
    SLOW,
    DROPS
  }

  /** A mail that it was told, and whether it is its own. */
  record Told(Instant at, String to, String messageId, boolean taken) {}

  private record Answer(Instant at, Promise<Posted> promise, Posted posted) {}

  TroubledServer(Clock clock) {
    this.clock = clock;
    troubleToAnswer.put(Trouble.BUSY, new Posted.Later("451 try later"));
    troubleToAnswer.put(Trouble.REFUSES, new Posted.Refused("550 no such mailbox"));
    troubleToAnswer.put(Trouble.SLOW, new Posted.Accepted());
    troubleToAnswer.put(Trouble.DROPS, new Posted.Unsure("the connection broke"));
  }

  void leave() {
    away = true;
  }

  /** It is back, and treats all alike from now on. */
  void recover() {
    away = false;
    troubleToAnswer.clear();
  }

  void recover(Trouble from) {
    troubleToAnswer.remove(from);
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public Future<Posted> send(Mail mail) {
    Posted posted = posted(mail.to());
    boolean taken = posted instanceof Posted.Accepted || posted instanceof Posted.Unsure;
    told.add(new Told(clock.instant(), mail.to(), mail.messageId(), taken));
    boolean slow = mail.to().startsWith("slow") && troubleToAnswer.containsKey(Trouble.SLOW);
    Instant at = clock.instant().plus(slow ? Duration.ofSeconds(200) : Duration.ZERO);
    Answer answer = new Answer(at, Promise.promise(), posted);
    answers.add(answer);
    return answer.promise().future();
  }

  private Posted posted(String to) {
    if (away) {
      return new Posted.Later("Connection refused");
    }
    return troubleToAnswer.entrySet().stream()
        .filter(trouble -> to.startsWith(trouble.getKey().name().toLowerCase(Locale.ROOT)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(Posted.Accepted::new);
  }

  /** Says what it has to say by now. */
  void answer() {
    List<Answer> due =
        answers.stream().filter(answer -> !answer.at().isAfter(clock.instant())).toList();
    answers.removeAll(due);
    due.forEach(answer -> answer.promise().complete(answer.posted()));
  }

  /** All that it was told for those readers. */
  List<Told> told(String name) {
    return told.stream().filter(mail -> mail.to().startsWith(name)).toList();
  }

  List<Told> taken(String name) {
    return told(name).stream().filter(Told::taken).toList();
  }
}
