package id.tixgo.common.scope;

import static java.util.Objects.requireNonNull;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One step of what a request set off, over all services (W3C Trace Context).
 *
 * @param traceId of all its steps, 32 hexadecimal digits
 * @param spanId of this step, 16 digits
 * @param parentId of the step before; empty for the first
 * @param sampled whether somebody wants to see it
 * @param state what others wrote along with it; empty for nothing
 */
public record Trace(String traceId, String spanId, String parentId, boolean sampled, String state) {
  public static final String HEADER = "traceparent";
  public static final String STATE_HEADER = "tracestate";

  /** In which an answer tells its caller what it belongs to. */
  public static final String ANSWER_HEADER = "traceresponse";

  private static final HexFormat HEX = HexFormat.of();
  private static final int LENGTH = 55;
  private static final int MOST_STATE = 512;
  private static final String NO_TRACE = "0".repeat(32);
  private static final String NO_SPAN = "0".repeat(16);

  public Trace {
    requireNonNull(traceId);
    requireNonNull(spanId);
    requireNonNull(parentId);
    requireNonNull(state);
  }

  /** A first step. */
  public static Trace begin(boolean sampled) {
    return new Trace(newId() + newId(), newId(), "", sampled, "");
  }

  /** The caller's step, as its headers name it; empty when they can't be read. */
  public static Optional<Trace> of(String header, String state) {
    if (!isReadable(header)) {
      return Optional.empty();
    }
    String traceId = header.substring(3, 35);
    String spanId = header.substring(36, 52);
    boolean sampled = (Character.digit(header.charAt(54), 16) & 1) == 1;
    return traceId.equals(NO_TRACE) || spanId.equals(NO_SPAN)
        ? Optional.empty()
        : Optional.of(
            new Trace(traceId, spanId, "", sampled, state.length() > MOST_STATE ? "" : state));
  }

  /** The next step. */
  public Trace next() {
    return next(sampled);
  }

  public Trace next(boolean wanted) {
    return new Trace(traceId, newId(), spanId, wanted, state);
  }

  /** The same step of a trace that somebody wants to see. */
  public Trace seen() {
    return new Trace(traceId, spanId, parentId, true, state);
  }

  /** As headers name it: version, trace, step, flags. */
  public String header() {
    return "00-" + traceId + '-' + spanId + (sampled ? "-01" : "-00");
  }

  /** What a later version adds at the end is left. */
  private static boolean isReadable(String header) {
    return header.length() >= LENGTH
        && (header.startsWith("00") ? header.length() == LENGTH : isLater(header))
        && header.charAt(2) == '-'
        && header.charAt(35) == '-'
        && header.charAt(52) == '-'
        && isHex(header, 0, 2)
        && isHex(header, 3, 35)
        && isHex(header, 36, 52)
        && isHex(header, 53, LENGTH);
  }

  private static boolean isLater(String header) {
    boolean ended = header.length() == LENGTH || header.charAt(LENGTH) == '-';
    return ended && !header.startsWith("ff");
  }

  private static boolean isHex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /** Never 0, which stands for none. */
  private static String newId() {
    long id = ThreadLocalRandom.current().nextLong();
    return HEX.toHexDigits(id == 0 ? 1 : id);
  }
}
