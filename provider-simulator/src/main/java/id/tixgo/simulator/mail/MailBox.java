package id.tixgo.simulator.mail;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The mails that arrived, the newest of them; on one event loop. */
final class MailBox {
  private static final int MOST = 500;

  private final Clock clock;
  private final Deque<ReceivedMail> newestFirst = new ArrayDeque<>();
  private int last;

  MailBox(Clock clock) {
    this.clock = clock;
  }

  void add(String from, String to, String source) {
    last++;
    newestFirst.addFirst(new ReceivedMail(last, clock.instant(), from, to, source));
    if (newestFirst.size() > MOST) {
      newestFirst.removeLast();
    }
  }

  List<ReceivedMail> newestFirst() {
    return List.copyOf(newestFirst);
  }

  Optional<ReceivedMail> find(String number) {
    return newestFirst.stream()
        .filter(mail -> String.valueOf(mail.number()).equals(number))
        .findFirst();
  }
}
