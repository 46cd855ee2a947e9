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
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mail server over SMTP. What it says for good of a mail ends it; what it says of us (a password
 * that is wrong, TLS that it doesn't have) is no mail's fault.
 */
public final class SmtpServer implements MailServer {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);

  /** From the first word to the last: beyond it nobody knows. */
  private static final int LONGEST_S = 300;

  private static final int LONGEST_REASON = 300;

  /** How the client's sentences begin when the mail itself is refused. */
  private static final List<String> OF_THE_MAIL =
      List.of("recipient address not accepted", "DATA command not accepted", "sending data failed");

  /** How they begin when it is too large. */
  private static final Pattern OF_ITS_SIZE =
      Pattern.compile(
          "message exceeds allowed size limit"
              + "|sending data failed: 552"
              + "|sender address not accepted: 552[ -]5\\.(?:3\\.4|2\\.3)");

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
    Told told = new Told();
    return client
        .sendMail(fill(told, mail))
        .timeout(LONGEST_S, TimeUnit.SECONDS)
        .<Posted>map(taken -> new Posted.Accepted())
        .recover(failure -> Future.succeededFuture(refusal(failure, told.begun)));
  }

  /**
   * Knows whether a server was told it: the client asks for its text once it has connected and
   * logged in.
   */
  private static final class Told extends MailMessage {
    private volatile boolean begun;

    @Override
    public String getText() {
      begun = true;
      return super.getText();
    }
  }

  private MailMessage fill(MailMessage empty, Mail mail) {
    return empty
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

  private static Posted refusal(Throwable failure, boolean begun) {
    String why = reason(failure);
    LOG.debug("a mail wasn't taken", failure);
    if (OF_ITS_SIZE.matcher(why).lookingAt()) {
      return new Posted.TooLarge(why);
    }
    if (failure instanceof SMTPException said) {
      return isOfTheMail(said, why) ? new Posted.Refused(why) : new Posted.Later(why);
    }
    return begun ? new Posted.Unsure(why) : new Posted.Later(why);
  }

  private static boolean isOfTheMail(SMTPException said, String why) {
    return said.isPermanent() && OF_THE_MAIL.stream().anyMatch(why::startsWith);
  }

  /** In one line: it is shown and stored. */
  private static String reason(Throwable failure) {
    String said = String.valueOf(failure.getMessage()).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return said.substring(0, Math.min(said.length(), LONGEST_REASON));
  }
}
