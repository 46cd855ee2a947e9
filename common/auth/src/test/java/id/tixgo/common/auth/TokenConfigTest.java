package id.tixgo.common.auth;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenConfigTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @Test
  void aMissingSecretShouldBeRefused() {
    assertTrue(refusal(() -> TokenConfig.from(new Env(Map.of()))).startsWith("JWT_SECRET"));
  }

  @Test
  void aShortSecretShouldBeRefusedWithoutShowingIt() {
    String sentence = refusal(() -> TokenConfig.from(env("JWT_SECRET", SECRET.substring(1))));
    assertTrue(sentence.startsWith("JWT_SECRET has 31"));
    assertFalse(sentence.contains(SECRET.substring(1)));
  }

  @Test
  void theSecretShouldNotBePrinted() {
    assertFalse(TokenConfig.from(env("JWT_SECRET", SECRET)).toString().contains(SECRET));
  }

  private static Env env(String name, String value) {
    return new Env(Map.of(name, value));
  }

  private static String refusal(org.junit.jupiter.api.function.Executable reading) {
    return assertThrows(ConfigException.class, reading).getMessage();
  }
}
