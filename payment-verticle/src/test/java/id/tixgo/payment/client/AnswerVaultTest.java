package id.tixgo.payment.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerVaultTest {
  private static final String OLD = key(1);
  private static final String NEW = key(2);
  private static final String TEXT = "{\"status_code\":\"200\"}";

  private static String key(int first) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) first;
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static AnswerVault vault(String keys) {
    return AnswerVault.from(new Env(Map.of("DATA_ENCRYPTION_KEY", keys)));
  }

  @Test
  void openShouldGiveWhatWasSealed() {
    String sealed = vault(OLD).seal(TEXT);
    assertFalse(sealed.contains("status_code"));
    assertEquals(TEXT, vault(OLD).open(sealed));
    assertNotEquals(sealed, vault(OLD).seal(TEXT));
  }

  @Test
  void aNewKeyShouldLeaveReadableWhatAnOlderOneHasSealed() {
    String before = vault(OLD).seal(TEXT);
    AnswerVault rotated = vault(NEW + "," + OLD);
    assertEquals(TEXT, rotated.open(before));
    assertEquals(TEXT, vault(NEW).open(rotated.seal(TEXT)));
    assertThrows(IllegalArgumentException.class, () -> vault(NEW).open(before));
  }

  @Test
  void whatSomebodyHasChangedShouldNotBeOpened() {
    String sealed = vault(OLD).seal(TEXT);
    char last = sealed.charAt(sealed.length() - 2);
    String changed =
        sealed.substring(0, sealed.length() - 2)
            + (last == 'A' ? 'B' : 'A')
            + sealed.charAt(sealed.length() - 1);
    assertThrows(IllegalArgumentException.class, () -> vault(OLD).open(changed));
  }

  @Test
  void aKeyShouldFollowFromTheSecretWhereNoneIsSet() {
    Env env = new Env(Map.of("JWT_SECRET", "0123456789abcdef0123456789abcdef"));
    assertEquals(TEXT, AnswerVault.from(env).open(AnswerVault.from(env).seal(TEXT)));
  }

  @Test
  void aKeyOfAnotherLengthShouldBeRefusedWithTheVariablesName() {
    ConfigException refused = assertThrows(ConfigException.class, () -> vault("c2hvcnQ="));
    assertTrue(refused.getMessage().startsWith("DATA_ENCRYPTION_KEY"));
  }
}
