package id.tixgo.launcher.doctor;

import static org.junit.jupiter.api.Assertions.assertFalse;

import id.tixgo.common.config.Env;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secrets that could be guessed; the strong ones here were made by openssl for this test. */
class SecretsCheckTest {
  private static final String HEX =
      "5f1c0a7be2d94836a1cc47e09b3d62f8805e714ab9263cd1f7e8409a52bd1367";
  private static final String BASE64 = "q0Vv3yJm1r8ZkT5eHc2LxN7aPdWs4uGbYi6oXfRt9Ek=";
  private static final String OLDER = "Zk3TqX9aL0mVb7Nc2Rf5Wy8Ej1Hs4Gd6PuItOoQxKv0=";

  @Test
  void strongSecretsShouldBeFine() {
    Map<String, String> settings =
        Map.of(
            "JWT_SECRET",
            HEX,
            "SERVICE_TOKEN",
            HEX.replace('5', '9'),
            "DATA_ENCRYPTION_KEY",
            BASE64 + "," + OLDER,
            "ADMIN_USERNAME",
            "admin",
            "ADMIN_PASSWORD",
            "0f3ad98c1177b2e46d");
    Findings.expect(Finding.Level.OK, new SecretsCheck(new Env(settings)).look());
  }

  @ParameterizedTest
  @CsvSource({
    "JWT_SECRET, 0123456789abcdef0123456789abcdef, is a short text over and over",
    "JWT_SECRET, abcdefghijklmnopqrstuvwxyz0123456789, is a row of characters",
    "JWT_SECRET, your-super-secret-key-with-32-chars!, is a placeholder",
    "JWT_SECRET, change_me_to_a_long_random_value_x1, is a placeholder",
    "SERVICE_TOKEN, aabbaaabbabababbbaabbbabababbabab, is made of few characters",
    "DATA_ENCRYPTION_KEY, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, with a comma between",
    "ADMIN_PASSWORD, Password123, is one of the first",
    "ADMIN_PASSWORD, 12345678, is one of the first",
    "ADMIN_PASSWORD, the-boss, is one of the first"
  })
  void aSecretThatIsGuessedShouldFailAndNotBeShown(String name, String value, String part) {
    List<Finding> findings =
        new SecretsCheck(new Env(Map.of(name, value, "ADMIN_USERNAME", "The-Boss"))).look();
    Findings.expect(Finding.Level.FAIL, findings, name + " ", part);
    assertFalse(findings.get(0).sentence().contains(value));
  }

  @Test
  void aShortPasswordShouldBeAWarning() {
    Env env = new Env(Map.of("ADMIN_PASSWORD", "x7Kq02vR"));
    Findings.expect(Finding.Level.WARN, new SecretsCheck(env).look(), "ADMIN_PASSWORD is short");
  }

  @Test
  void oneSecretForTwoThingsShouldBeNamed() {
    Env env = new Env(Map.of("JWT_SECRET", HEX, "SERVICE_TOKEN", HEX));
    Findings.expect(
        Finding.Level.FAIL,
        new SecretsCheck(env).look(),
        "SERVICE_TOKEN is the same as JWT_SECRET: give each its own.");
  }
}
