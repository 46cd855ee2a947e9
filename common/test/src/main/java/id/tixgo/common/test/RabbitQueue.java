package id.tixgo.common.test;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/** A durable queue at a broker, as a subscriber has it, and all that has come so far. */
public final class RabbitQueue {
  private final RabbitBroker broker;
  private final String name = UUID.randomUUID().toString();
  private final List<Delivered> delivered = new ArrayList<>();

  /**
   * A message as it came.
   *
   * @param properties all that were set, by their names in AMQP; {@code headers} is an object
   */
  public record Delivered(String routingKey, JsonObject properties, JsonObject body) {
    static Delivered of(GetResponse got) {
      return new Delivered(
          got.getEnvelope().getRoutingKey(),
          properties(got.getProps()),
          new JsonObject(Buffer.buffer(got.getBody())));
    }

    private static JsonObject properties(BasicProperties given) {
      return new JsonObject()
          .put("content_type", given.getContentType())
          .put("delivery_mode", given.getDeliveryMode())
          .put("message_id", given.getMessageId())
          .put("correlation_id", given.getCorrelationId())
          .put("timestamp", given.getTimestamp().toInstant())
          .put("type", given.getType())
          .put("app_id", given.getAppId())
          .put("headers", new JsonObject(Map.copyOf(given.getHeaders())));
    }

    public String id() {
      return properties.getString("message_id");
    }

    public long seq() {
      return properties.getJsonObject("headers").getLong("seq");
    }

    public boolean mayBeRepeated() {
      return properties.getJsonObject("headers").getBoolean("maybe_repeated");
    }
  }

  private interface Work<R> {
    R on(Channel channel) throws IOException;
  }

  /** Makes the queue, bound to an exchange as subscribers who come first make it themselves. */
  public RabbitQueue(RabbitBroker broker, String exchange, String key) {
    this.broker = broker;
    work(
        channel -> {
          channel.exchangeDeclare(exchange, BuiltinExchangeType.TOPIC, true);
          channel.queueDeclare(name, true, false, false, Map.of());
          return channel.queueBind(name, exchange, key);
        });
  }

  /** All that has come so far, in order. */
  public List<Delivered> delivered() {
    return work(
        channel -> {
          GetResponse got = channel.basicGet(name, true);
          while (got != null) {
            delivered.add(Delivered.of(got));
            got = channel.basicGet(name, true);
          }
          return List.copyOf(delivered);
        });
  }

  private <R> R work(Work<R> work) {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost("127.0.0.1");
    factory.setPort(broker.port());
    try (Connection connection = factory.newConnection()) {
      return work.on(connection.createChannel());
    } catch (IOException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
