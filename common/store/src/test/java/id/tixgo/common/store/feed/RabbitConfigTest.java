package id.tixgo.common.store.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RabbitConfigTest {
  @Test
  void nothingShouldBePublishedWhenNoBrokerIsNamed() {
    assertEquals(Optional.empty(), RabbitConfig.from(new Env(Map.of("RABBITMQ_URL", " "))));
  }

  @Test
  void whatIsNotSaidShouldBeAsBrokersHaveIt() {
    assertEquals(new RabbitConfig("mq", 5672, false, "guest", "guest", "/"), config("amqp://mq/"));
    assertEquals(
        new RabbitConfig("mq", 5671, true, "tixgo", "guest", "/"), config("amqps://tixgo@mq"));
  }

  @Test
  void whatHasAMeaningInAddressesShouldBeDecoded() {
    assertEquals(
        new RabbitConfig("::1", 7, false, "ti:x", "p@ss/w+rd:%", "/a b"),
        config("amqp://ti%3Ax:p%40ss%2Fw+rd:%25@[::1]:7/%2Fa%20b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hush",
        "//tixgo:hush@mq",
        "http://tixgo:hush@mq",
        "amqp://tixgo:hush@",
        "amqp://tixgo:hush@mq:port",
        "amqp://tixgo:hush@mq:70000",
        "amqp://tixgo:hush@mq/one/two",
        "amqp://tixgo:hush@mq?heartbeat=1",
        "amqp://tixgo:hush@mq#x",
        "amqp://tixgo:hush%zz@mq",
        "amqp://tixgo:hu sh@mq"
      })
  void anythingElseShouldBeRefusedWithoutTellingThePassword(String url) {
    String sentence = assertThrows(ConfigException.class, () -> config(url)).getMessage();
    assertTrue(sentence.startsWith("RABBITMQ_URL must be an address like amqp://"), sentence);
    assertFalse(sentence.contains("hush"), sentence);
  }

  @Test
  void thePasswordShouldBeInNoText() {
    assertEquals("amqps://mq:5671", config("amqps://tixgo:hush@mq").toString());
  }

  private static RabbitConfig config(String url) {
    return RabbitConfig.from(new Env(Map.of("RABBITMQ_URL", url))).orElseThrow();
  }
}
