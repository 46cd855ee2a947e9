package id.tixgo.common.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.store.DatabaseConfig.Encryption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseConfigTest {
  @Test
  void whatIsNotSaidShouldBeAsDatabasesHaveIt() {
    assertEquals(
        new DatabaseConfig("db", 5432, "tixgo", "me", "", Encryption.NONE),
        config("postgresql://me@db/tixgo"));
  }

  @Test
  void whatHasAMeaningInAddressesShouldBeDecoded() {
    assertEquals(
        new DatabaseConfig("::1", 7, "a b", "ti:x", "p@ss/w+rd:%", Encryption.NONE),
        config("postgres://ti%3Ax:p%40ss%2Fw+rd:%25@[::1]:7/a%20b"));
  }

  @ParameterizedTest
  @CsvSource({"disable, NONE", "require, WITH_ANYBODY", "verify-full, VERIFIED"})
  void theWayShouldBeEncryptedAsTheAddressSays(String mode, Encryption encryption) {
    assertEquals(encryption, config("postgresql://me@db/x?sslmode=" + mode).encryption());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hush",
        "//tixgo:hush@db/x",
        "mysql://tixgo:hush@db/x",
        "postgresql://db/x",
        "postgresql://tixgo:hush@/x",
        "postgresql://tixgo:hush@db",
        "postgresql://tixgo:hush@db/",
        "postgresql://tixgo:hush@db:port/x",
        "postgresql://tixgo:hush@db:70000/x",
        "postgresql://tixgo:hush@db/one/two",
        "postgresql://tixgo:hush@db/x?sslmode=prefer",
        "postgresql://tixgo:hush@db/x#y",
        "postgresql://tixgo:hush%zz@db/x",
        "postgresql://tixgo:hu sh@db/x"
      })
  void anythingElseShouldBeRefusedWithoutTellingThePassword(String url) {
    String sentence = assertThrows(ConfigException.class, () -> config(url)).getMessage();
    assertTrue(sentence.startsWith("DATABASE_URL must be an address like postgresql://"), sentence);
    assertFalse(sentence.contains("hush"), sentence);
  }

  @Test
  void thePasswordShouldBeInNoText() {
    assertEquals("postgresql://db:5432/x", config("postgresql://tixgo:hush@db/x").toString());
  }

  private static DatabaseConfig config(String url) {
    return DatabaseConfig.from(new Env(Map.of("DATABASE_URL", url)));
  }
}
