package id.tixgo.ticketing.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.ticketing.document.TicketSignature.PublicKey;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a ticket's QR code says, checked by docs/ticket-qr.md alone, as somebody else would. */
class TicketSignatureTest {
  /** The first of RFC 8032, 7.1. */
  private static final String SEED =
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

  private static final String PUBLIC =
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
  private static final String X509_HEAD = "302a300506032b6570032100";
  private static final String CODE = "7KQ2M9XTBD4HJW3R";
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  @Test
  void theSeedShouldMakeThePairThatTheStandardNames() {
    PublicKey key = signature(base64(SEED)).publicKeys().get(0);
    assertEquals("Ed25519", key.alg());
    assertEquals(PUBLIC, HexFormat.of().formatHex(Base64.getUrlDecoder().decode(key.publicKey())));
  }

  @Test
  void whatIsSignedShouldBeGenuine() throws Exception {
    TicketSignature signature = signature(base64(SEED));
    String text = signature.qrText(CODE, "evt-1");
    assertTrue(text.matches("TIXGO1:[A-Z2-7]{4}:" + CODE + ":[A-Z2-7]{103}"), text);
    assertTrue(isGenuine(text, "evt-1", signature.publicKeys()));
    assertEquals(text, signature.qrText(CODE, "evt-1"));
  }

  @Test
  void whatIsChangedShouldNotBe() throws Exception {
    TicketSignature signature = signature(base64(SEED));
    List<PublicKey> keys = signature.publicKeys();
    String text = signature.qrText(CODE, "evt-1");
    assertFalse(isGenuine(text, "evt-2", keys), "another event's");
    assertFalse(isGenuine(text.replace(CODE, "7KQ2M9XTBD4HJW3S"), "evt-1", keys), "another code");
    assertFalse(isGenuine(otherLast(text), "evt-1", keys), "another signature");
    assertFalse(isGenuine(text, "evt-1", signature(base64(PUBLIC)).publicKeys()), "another key");
  }

  private static String otherLast(String text) {
    int at = text.length() - 50;
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  @Test
  void ticketsOfTheKeyBeforeShouldStayGenuine() throws Exception {
    String before = signature(base64(SEED)).qrText(CODE, "evt-1");
    TicketSignature after = signature(base64(PUBLIC) + ", " + base64(SEED));
    assertEquals(2, after.publicKeys().size());
    assertTrue(isGenuine(before, "evt-1", after.publicKeys()));
    assertTrue(isGenuine(after.qrText(CODE, "evt-1"), "evt-1", after.publicKeys()));
    assertNotEquals(before, after.qrText(CODE, "evt-1"));
  }

  @Test
  void aKeysNameShouldFollowFromIt() throws Exception {
    PublicKey key = signature(base64(SEED)).publicKeys().get(0);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(PUBLIC));
    BigInteger bits = new BigInteger(1, hash).shiftRight(256 - 20);
    StringBuilder name = new StringBuilder();
    for (int shift = 15; shift >= 0; shift -= 5) {
      name.append(BASE32.charAt(bits.shiftRight(shift).intValue() & 31));
    }
    assertEquals(name.toString(), key.kid());
  }

  @Test
  void aKeyThatCanNotBeUsedShouldStopTheStart() {
    for (String unusable : List.of("short", "%%%", base64(SEED + "00"), base64(SEED) + ",x")) {
      ConfigException refused = assertThrows(ConfigException.class, () -> signature(unusable));
      assertTrue(refused.getMessage().startsWith("TICKET_SIGNING_KEY must be"));
      assertFalse(refused.getMessage().contains(unusable), "the message tells the key");
    }
  }

  @Test
  void withoutAKeyOneShouldFollowFromTheSecretThatAllServicesHave() {
    assertEquals(following("a"), following("a"));
    assertNotEquals(following("a"), following("b"));
  }

  private static List<PublicKey> following(String letter) {
    return TicketSignature.from(new Env(Map.of("JWT_SECRET", letter.repeat(40)))).publicKeys();
  }

  private static TicketSignature signature(String keys) {
    return TicketSignature.from(new Env(Map.of("TICKET_SIGNING_KEY", keys)));
  }

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  private static boolean isGenuine(String text, String eventId, List<PublicKey> keys)
      throws Exception {
    String[] parts = text.split(":", -1);
    String head = text.substring(0, text.lastIndexOf(':'));
    for (PublicKey key : keys) {
      if (key.kid().equals(parts[1])) {
        return isSigned(head + '\n' + eventId, decoded(parts[3]), key);
      }
    }
    return false;
  }

  private static boolean isSigned(String message, byte[] signature, PublicKey key)
      throws Exception {
    byte[] raw = Base64.getUrlDecoder().decode(key.publicKey());
    byte[] x509 = HexFormat.of().parseHex(X509_HEAD + HexFormat.of().formatHex(raw));
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
    check.update(message.getBytes(UTF_8));
    try {
      return check.verify(signature);
    } catch (SignatureException e) {
      return false;
    }
  }

  /** 103 letters of 5 bits: 64 bytes and 3 bits that are 0. */
  private static byte[] decoded(String letters) {
    BigInteger bits = BigInteger.ONE;
    for (int i = 0; i < letters.length(); i++) {
      bits = bits.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(letters.charAt(i))));
    }
    byte[] marked = bits.shiftRight(3).toByteArray();
    return java.util.Arrays.copyOfRange(marked, marked.length - 64, marked.length);
  }
}
