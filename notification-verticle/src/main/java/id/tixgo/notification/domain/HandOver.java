package id.tixgo.notification.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes mails and hands them to the server. */
final class HandOver {
  private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);
  private static final Posted NOWHERE = new Posted.Refused("The user has no e-mail address.");

  private final NotificationStore store;
  private final MailWriter writer;
  private final MailServer server;
  private final Clock clock;

  HandOver(NotificationStore store, MailWriter writer, MailServer server, Clock clock) {
    this.store = requireNonNull(store);
    this.writer = requireNonNull(writer);
    this.server = requireNonNull(server);
    this.clock = requireNonNull(clock);
  }

  /** What came of it; never fails. */
  Future<Posted> of(Notification known) {
    Optional<Recipient> reader = store.recipient(known.userId());
    if (reader.isEmpty()) {
      return Future.succeededFuture(new Posted.Later("Identity hasn't told of the user yet."));
    }
    if (known.letter().filter(letter -> letter.isTooLate(clock.instant())).isPresent()) {
      return Future.succeededFuture(new Posted.Refused("It would have come too late."));
    }
    return of(known, reader.get());
  }

  private Future<Posted> of(Notification known, Recipient reader) {
    return reader
        .email()
        .filter(MailAddress::isOne)
        .map(to -> of(known, reader, to))
        .orElseGet(() -> Future.succeededFuture(NOWHERE))
        .recover(HandOver::unwritten);
  }

  private Future<Posted> of(Notification known, Recipient reader, String to) {
    return writer
        .write(known, reader, to)
        .compose(mail -> server.send(mail).compose(posted -> lighter(posted, mail, known, reader)))
        .map(HandOver::settled);
  }

  /** What comes of the same mail without its files, where it is too large with them. */
  private Future<Posted> lighter(Posted posted, Mail mail, Notification known, Recipient reader) {
    return posted instanceof Posted.TooLarge && !mail.with().isEmpty()
        ? server.send(writer.writeBare(known, reader, mail.to()))
        : Future.succeededFuture(posted);
  }

  /** There is nothing to leave away any more. */
  private static Posted settled(Posted posted) {
    return posted instanceof Posted.TooLarge large ? new Posted.Refused(large.why()) : posted;
  }

  /** What it tells of is over, or some of it can't be had now. */
  private static Future<Posted> unwritten(Throwable failure) {
    LOG.debug("a mail can't be written", failure);
    return Future.succeededFuture(
        failure instanceof Problem problem && problem.kind() == ProblemKind.CONFLICT
            ? new Posted.Refused(problem.getMessage())
            : new Posted.Later("It can't be written now."));
  }
}
