package id.tixgo.common.store.feed;

import static java.util.Objects.requireNonNull;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.time.Timestamps;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * A connection to a broker, and the durable topic exchange there. Each method blocks: it is for a
 * thread that may. Whatever fails, the connection is of no more use.
 */
final class RabbitExchange implements AutoCloseable {
  private static final String NAME = "tixgo.events";
  private static final int PERSISTENT = 2;
  private static final int CONNECT_MS = 5_000;
  private static final int HEARTBEAT_SECONDS = 20;
  private static final int CLOSE_MS = 1_000;
  private static final long CONFIRM_MS = 30_000;

  private final String service;
  private final Connection connection;
  private final Channel channel;

  private RabbitExchange(String service, Connection connection, Channel channel) {
    this.service = requireNonNull(service);
    this.connection = requireNonNull(connection);
    this.channel = requireNonNull(channel);
  }

  /** Connects, and makes the exchange where there is none. */
  static RabbitExchange open(RabbitConfig config, String service)
      throws IOException, TimeoutException, NoSuchAlgorithmException {
    Connection connection = factory(config).newConnection("tixgo " + service);
    try {
      Channel channel = connection.createChannel();
      channel.exchangeDeclare(NAME, BuiltinExchangeType.TOPIC, true);
      channel.confirmSelect();
      return new RabbitExchange(service, connection, channel);
    } catch (IOException | RuntimeException e) {
      connection.abort(CLOSE_MS);
      throw e;
    }
  }

  private static ConnectionFactory factory(RabbitConfig config) throws NoSuchAlgorithmException {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost(config.host());
    factory.setPort(config.port());
    factory.setUsername(config.user());
    factory.setPassword(config.password());
    factory.setVirtualHost(config.virtualHost());
    factory.setConnectionTimeout(CONNECT_MS);
    factory.setHandshakeTimeout(CONNECT_MS);
    factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
    // It would know nothing of what was on its way: whoever publishes connects anew.
    factory.setAutomaticRecoveryEnabled(false);
    if (config.tls()) {
      // The library's own choice trusts everybody.
      factory.useSslProtocol(SSLContext.getDefault());
      factory.enableHostnameVerification();
    }
    return factory;
  }

  /**
   * Sends a message; only {@link #awaitConfirms} says that the broker has it. One that no queue is
   * bound to is dropped there, as an exchange is meant to do: it isn't sent as mandatory.
   *
   * @param correlation what messages of one matter have in common
   * @param again whether it may have been sent before
   */
  void send(FeedMessage message, String correlation, boolean again) throws IOException {
    BasicProperties properties =
        new BasicProperties.Builder()
            .contentType("application/json")
            .deliveryMode(PERSISTENT)
            .messageId(id(message))
            .correlationId(correlation)
            .timestamp(Date.from(message.at()))
            .type(message.type())
            .appId(service)
            .headers(Map.of("seq", message.seq(), "maybe_repeated", again))
            .build();
    channel.basicPublish(NAME, message.type(), properties, JsonFormat.encode(message).getBytes());
  }

  /** With its time: a store that was put back gives a number to another message. */
  private String id(FeedMessage message) {
    return service + "/" + message.seq() + "/" + Timestamps.format(message.at());
  }

  /** Waits until the broker has stored all that was sent; fails when it refuses or stays silent. */
  void awaitConfirms() throws IOException, InterruptedException, TimeoutException {
    channel.waitForConfirmsOrDie(CONFIRM_MS);
  }

  /** Fails when the connection has come to an end. */
  void check() throws IOException {
    if (!channel.isOpen()) {
      throw new IOException("the connection has ended", channel.getCloseReason());
    }
  }

  /** Why it failed: the client wraps what a broker says in exceptions that say nothing. */
  static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  @Override
  public void close() {
    connection.abort(CLOSE_MS);
  }
}
