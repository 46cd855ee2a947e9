package id.tixgo.notification.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The mail server, and who writes.
 *
 * @param user empty for a server that asks for none
 * @param sender the address that mails come from
 */
public record SmtpConfig(
    String server, int port, Optional<String> user, Optional<String> password, String sender) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,\"]+@[A-Za-z0-9.-]+");
  private static final int IMPLICIT_TLS = 465;

  /** A server may look through a mail for minutes before it says that it takes it. */
  private static final int ANSWER_SECONDS = 270;

  private static final int CONNECT_MS = 10_000;
  private static final int CONNECTIONS = 24;

  public SmtpConfig {
    requireNonNull(server);
    requireNonNull(user);
    requireNonNull(password);
    requireNonNull(sender);
  }

  /** Empty without {@code SMTP_SERVER}. */
  public static Optional<SmtpConfig> from(Env env) {
    Optional<SmtpConfig> config =
        env.text("SMTP_SERVER")
            .map(
                server ->
                    new SmtpConfig(
                        server,
                        env.number("SMTP_PORT", 587, 1, 65_535),
                        env.text("SMTP_USER"),
                        env.text("SMTP_PASSWORD"),
                        env.text("SENDER_EMAIL", "noreply@localhost")));
    config.ifPresent(SmtpConfig::check);
    return config;
  }

  private void check() {
    if (!ADDRESS.matcher(sender).matches()) {
      throw new ConfigException("SENDER_EMAIL must be an address like tickets@example.com.");
    }
    if (user.isPresent() != password.isPresent()) {
      throw new ConfigException("SMTP_USER and SMTP_PASSWORD belong together: set both or none.");
    }
  }

  /** Without TLS nobody but this machine is told a password or a mail. */
  MailConfig options() {
    boolean secured = port == IMPLICIT_TLS;
    MailConfig options =
        new MailConfig(server, port)
            .setSsl(secured)
            .setStarttls(
                secured || isLoopback() ? StartTLSOptions.DISABLED : StartTLSOptions.REQUIRED)
            .setHostnameVerificationAlgorithm("HTTPS")
            .setMaxPoolSize(CONNECTIONS)
            .setConnectTimeout(CONNECT_MS)
            .setIdleTimeout(ANSWER_SECONDS)
            .setPipelining(false)
            .setUserAgent("TixGo");
    user.ifPresentOrElse(
        name -> options.setLogin(LoginOption.REQUIRED).setUsername(name),
        () -> options.setLogin(LoginOption.DISABLED));
    password.ifPresent(options::setPassword);
    return options;
  }

  private boolean isLoopback() {
    return LOOPBACK.contains(server) || server.startsWith("127.");
  }

  /** What stands after the at sign: message ids end in it. */
  public String domain() {
    return sender.substring(sender.lastIndexOf('@') + 1);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return server + ":" + port;
  }
}
