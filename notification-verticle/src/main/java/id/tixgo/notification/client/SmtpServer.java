package id.tixgo.notification.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.notification.domain.Enclosure;
import id.tixgo.notification.domain.Mail;
import id.tixgo.notification.domain.MailServer;
import id.tixgo.notification.domain.Posted;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mail server over SMTP. What it says for good of a mail ends it; what it says of us (a password
 * that is wrong, TLS that it doesn't have) is no mail's fault.
 */
public final class SmtpServer implements MailServer {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);

  /** From the first word to the last: beyond it nobody knows. */
  private static final int LONGEST_S = 60;

  private static final int LONGEST_REASON = 300;

  /** How the client's sentences begin when the mail itself is refused. */
  private static final List<String> OF_THE_MAIL =
      List.of("recipient address not accepted", "DATA command not accepted", "sending data failed");

  private final SmtpConfig config;
  private final MailClient client;

  public SmtpServer(Vertx vertx, SmtpConfig config) {
    this.config = requireNonNull(config);
    this.client = MailClient.create(vertx, config.options());
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public Future<Posted> send(Mail mail) {
    return client
        .sendMail(message(mail))
        .timeout(LONGEST_S, TimeUnit.SECONDS)
        .<Posted>map(taken -> new Posted.Accepted())
        .recover(failure -> Future.succeededFuture(refusal(failure)));
  }

  private MailMessage message(Mail mail) {
    return new MailMessage()
        .setHeaders(headers(mail))
        .setFrom("TixGo <" + config.sender() + ">")
        .setTo(List.of(mail.to()))
        .setSubject(mail.subject())
        .setText(mail.text())
        .setHtml(mail.html())
        .setAttachment(mail.with().stream().map(SmtpServer::attachment).toList());
  }

  private static MultiMap headers(Mail mail) {
    return MultiMap.caseInsensitiveMultiMap()
        .add("Message-ID", mail.messageId())
        .add("Auto-Submitted", "auto-generated");
  }

  private static MailAttachment attachment(Enclosure enclosure) {
    return MailAttachment.create()
        .setName(enclosure.name())
        .setContentType(enclosure.type())
        .setDisposition("attachment")
        .setData(enclosure.bytes());
  }

  private static Posted refusal(Throwable failure) {
    String why = reason(failure);
    LOG.debug("a mail wasn't taken", failure);
    boolean ofTheMail =
        failure instanceof SMTPException said
            && said.isPermanent()
            && OF_THE_MAIL.stream().anyMatch(why::startsWith);
    return ofTheMail ? new Posted.Refused(why) : new Posted.Later(why);
  }

  /** In one line: it is shown and stored. */
  private static String reason(Throwable failure) {
    String said = String.valueOf(failure.getMessage()).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return said.substring(0, Math.min(said.length(), LONGEST_REASON));
  }
}
