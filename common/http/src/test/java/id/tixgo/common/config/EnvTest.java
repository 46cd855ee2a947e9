package id.tixgo.common.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvTest {
  @Test
  void emptyShouldCountAsUnset() {
    assertEquals(7, env("N", " ").number("N", 7, 1, 9));
  }

  @Test
  void numberShouldNameTheVariableWhenItIsNone() {
    assertTrue(
        refusal(() -> env("IDENTITY_PORT", "abc").number("IDENTITY_PORT", 1, 0, 65_535))
            .startsWith("IDENTITY_PORT is 'abc', but must be a whole number"));
  }

  @Test
  void numberShouldNameTheVariableWhenItIsOutOfRange() {
    assertTrue(
        refusal(() -> env("BCRYPT_COST", "99").number("BCRYPT_COST", 10, 4, 16))
            .startsWith("BCRYPT_COST is 99, but must be"));
  }

  @Test
  void flagShouldTakeOnlyTrueAndFalse() {
    assertTrue(env("CLUSTER", "true").flag("CLUSTER", false));
    assertTrue(refusal(() -> env("CLUSTER", "yes").flag("CLUSTER", false)).startsWith("CLUSTER"));
  }

  @Test
  void neighbourShouldBeOnThisMachineAtItsPortWhenNothingElseIsSaid() {
    assertEquals("http://127.0.0.1:9", env("EVENT_PORT", "9").neighbour("EVENT", 8000).toString());
  }

  @Test
  void publicNeighbourShouldFollowTls() {
    Map<String, String> settings =
        Map.of("TLS_CERT", "c", "IDENTITY_BASE_URL", "//identity:8000", "EVENT_BASE_URL", "//e:1");
    Env secured = new Env(settings);
    assertEquals("https://identity:8000", secured.publicNeighbour("IDENTITY", 18081).toString());
    assertEquals(
        "https://127.0.0.1:18082", secured.publicNeighbour("ATTENDANCE", 18082).toString());
    assertEquals("http://e:1", secured.neighbour("EVENT", 8000).toString());
    Env plain = env("IDENTITY_BASE_URL", "//identity:8000");
    assertEquals("http://identity:8000", plain.publicNeighbour("IDENTITY", 18081).toString());
  }

  @Test
  void neighbourShouldBeRefusedWhenItsAddressIsNone() {
    Env env = env("EVENT_BASE_URL", "event:8000");
    assertTrue(refusal(() -> env.neighbour("EVENT", 8000)).startsWith("EVENT_BASE_URL"));
  }

  @Test
  void urlShouldKeepItsPath() {
    Env env = env("XENDIT_URL", "https://api.example.com/a");
    assertEquals("https://api.example.com/a", env.url("XENDIT_URL", "").toString());
  }

  @Test
  void urlShouldBeRefusedWhenItIsNone() {
    for (String wrong :
        List.of("api.example.com", "ftp://a", "https://a?b=c", "http:///a", "a b")) {
      Env env = env("XENDIT_URL", wrong);
      assertTrue(refusal(() -> env.url("XENDIT_URL", "")).startsWith("XENDIT_URL"));
    }
  }

  private static Env env(String name, String value) {
    return new Env(Map.of(name, value));
  }

  private static String refusal(org.junit.jupiter.api.function.Executable reading) {
    return assertThrows(ConfigException.class, reading).getMessage();
  }
}
