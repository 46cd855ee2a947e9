package id.tixgo.attendance.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signatures as docs/ticket-qr.md has them. */
class SignedTicketTest {
  private static final String CODE = "7KQ2M9XTBD4HJW3R";
  private static final String EVENT = "évt 1";

  private KeyPair pair;
  private TicketKey key;

  @BeforeEach
  void start() throws GeneralSecurityException {
    pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    key = key("4IQL", "Ed25519", Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
  }

  @Test
  void whatWasSignedShouldBeGenuineHoweverItWasScanned() throws GeneralSecurityException {
    String text = signed(CODE, EVENT);
    TicketKey older = key("ABCD", "Ed25519", key.publicKey());
    for (String scanned : List.of(text, text.toLowerCase(Locale.ROOT), " ]Q1" + text + "\n")) {
      SignedTicket ticket = SignedTicket.of(scanned).orElseThrow();
      assertTrue(ticket.isGenuine(EVENT, List.of(older, key)));
      assertEquals(Optional.of(CODE), TicketCode.of(scanned));
    }
  }

  @Test
  void whatWasNotSignedSoShouldNotBe() throws GeneralSecurityException {
    String text = signed(CODE, EVENT);
    SignedTicket ticket = SignedTicket.of(text).orElseThrow();
    assertFalse(ticket.isGenuine("evt 2", List.of(key)));
    assertFalse(ticket.isGenuine(EVENT, List.of()));
    String other = text.replace(CODE, "0KQ2M9XTBD4HJW3R");
    assertFalse(SignedTicket.of(other).orElseThrow().isGenuine(EVENT, List.of(key)));
    for (TicketKey unfit :
        List.of(
            key("ABCD", "Ed25519", key.publicKey()),
            key("4IQL", "Ed448", key.publicKey()),
            key("4IQL", "Ed25519", "AAAA"),
            key("4IQL", "Ed25519", "no base64!"))) {
      assertFalse(ticket.isGenuine(EVENT, List.of(unfit)));
    }
  }

  @Test
  void aCodeAloneShouldBeNoSignedTicket() throws GeneralSecurityException {
    String text = signed(CODE, EVENT);
    for (String none : List.of("", CODE, text + "A", text.substring(1), "TIXGO1:4IQL:" + CODE)) {
      assertEquals(Optional.empty(), SignedTicket.of(none));
    }
  }

  private static TicketKey key(String kid, String alg, String open) {
    return new TicketKey(kid, alg, open);
  }

  private String signed(String code, String event) throws GeneralSecurityException {
    String head = "TIXGO1:4IQL:" + code;
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update((head + '\n' + event).getBytes(UTF_8));
    return head + ':' + base32(signature.sign());
  }

  /** 64 bytes and 3 bits that are 0, in 103 letters of 5 bits. */
  private static String base32(byte[] signature) {
    BigInteger bits = new BigInteger(1, signature).shiftLeft(3);
    StringBuilder letters = new StringBuilder();
    for (int place = 102; place >= 0; place--) {
      letters.append(
          "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(bits.shiftRight(5 * place).intValue() & 31));
    }
    return letters.toString();
  }
}
