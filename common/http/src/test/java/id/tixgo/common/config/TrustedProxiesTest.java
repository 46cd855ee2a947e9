package id.tixgo.common.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {
  @Test
  void nobodyShouldBeTrustedUnlessSaid() {
    assertFalse(trusted("").contain("127.0.0.1"));
  }

  @Test
  void addressesAndNetworksShouldBeTrustedUpToTheirLastBit() {
    TrustedProxies trusted = trusted("10.0.0.7, 192.168.4.0/22,172.16.0.0/12 ,2001:db8::/33,::1");
    for (String in :
        List.of(
            "10.0.0.7",
            "192.168.4.0",
            "192.168.7.255",
            "172.31.255.255",
            "2001:db8:7fff::1",
            "2001:0db8:0:0:0:0:0:1",
            "::1",
            "::ffff:10.0.0.7")) {
      assertTrue(trusted.contain(in), in);
    }
    for (String out :
        List.of(
            "10.0.0.8",
            "192.168.8.0",
            "192.168.3.255",
            "172.32.0.0",
            "2001:db8:8000::1",
            "::2",
            "unknown",
            "localhost",
            "")) {
      assertFalse(trusted.contain(out), out);
    }
  }

  @Test
  void aNetworkOfNoBitsShouldBeEverybodyOfItsKind() {
    assertTrue(trusted("0.0.0.0/0").contain("203.0.113.7"));
    assertFalse(trusted("0.0.0.0/0").contain("2001:db8::1"));
  }

  @Test
  void whatIsNeitherShouldBeNamed() {
    for (String bad :
        List.of("proxy", "10.0.0", "10.0.0.256", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1")) {
      String sentence =
          assertThrows(ConfigException.class, () -> trusted("::1," + bad)).getMessage();
      assertEquals(
          "TRUSTED_PROXIES has '"
              + bad
              + "', but must be addresses or networks like 10.0.0.7 or 10.0.0.0/8, with commas"
              + " between.",
          sentence);
    }
    assertThrows(ConfigException.class, () -> trusted("2001:db8::/129"));
    assertThrows(ConfigException.class, () -> trusted("/8"));
  }

  @Test
  void originsThatAreNoneShouldBeNamed() {
    for (String bad :
        List.of("*,https://a.example", "a.example", "https://a.example/x", "ftp://a.example")) {
      Env env = new Env(Map.of("CORS_ORIGINS", bad));
      String sentence =
          assertThrows(ConfigException.class, () -> HttpConfig.from(env)).getMessage();
      assertTrue(sentence.startsWith("CORS_ORIGINS must be"), sentence);
    }
  }

  private static TrustedProxies trusted(String setting) {
    return TrustedProxies.from(new Env(Map.of("TRUSTED_PROXIES", setting)));
  }
}
