package id.tixgo.ticketing.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.tixgo.common.config.Env;
import id.tixgo.common.config.ServiceToken;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * What a ticket's QR code says, signed: so a door that can't ask anybody tells a ticket that was
 * sold from one that was made up. {@code docs/ticket-qr.md} has the form.
 */
public final class TicketSignature {
  private static final String VARIABLE = "TICKET_SIGNING_KEY";
  private static final String FORM = "TIXGO1";

  private final List<SigningKey> keys;

  /**
   * What others verify signatures with.
   *
   * @param kid the name by which a QR code refers to it
   * @param publicKey its 32 bytes in base64url
   */
  public record PublicKey(String kid, String alg, String publicKey) {}

  private TicketSignature(List<SigningKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * The keys of {@code TICKET_SIGNING_KEY}: the first signs, those after it have signed before.
   * Where none is set, one follows from {@code JWT_SECRET}.
   */
  public static TicketSignature from(Env env) {
    List<SigningKey> keys =
        env.list(VARIABLE, "").stream().map(key -> SigningKey.of(VARIABLE, key)).toList();
    return new TicketSignature(keys.isEmpty() ? List.of(following(env)) : keys);
  }

  private static SigningKey following(Env env) {
    ServiceToken secret = new ServiceToken(env.text("JWT_SECRET", "-"));
    return SigningKey.of(HexFormat.of().parseHex(secret.sign(VARIABLE, new byte[0])));
  }

  /** The text of the ticket's QR code, capitals and digits alone where its code is of them. */
  public String qrText(String code, String eventId) {
    SigningKey key = keys.get(0);
    String head = FORM + ':' + key.id() + ':' + code;
    return head + ':' + Base32.encode(key.sign(message(head, eventId)));
  }

  /** For another event's door it is no ticket: the event is signed, and not printed. */
  private static byte[] message(String head, String eventId) {
    return (head + '\n' + eventId).getBytes(UTF_8);
  }

  /** Those that tickets were signed with, the newest first. */
  public List<PublicKey> publicKeys() {
    return keys.stream().map(TicketSignature::open).toList();
  }

  private static PublicKey open(SigningKey key) {
    String bytes = Base64.getUrlEncoder().withoutPadding().encodeToString(key.raw());
    return new PublicKey(key.id(), SigningKey.ALGORITHM, bytes);
  }
}
