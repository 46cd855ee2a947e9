package id.tixgo.attendance.http.list;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.OptionalLong;

/**
 * The text of a CSV file, in the encoding that its first bytes tell; else UTF-8 where it has
 * letters in that; else the one in which Excel saves CSV on Windows. One broken byte doesn't make
 * the rest Windows' own: every letter beyond ASCII would become two others.
 */
final class CsvText {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int HEAD = 4096;

  private final byte[] bytes;
  private final int start;
  private final Charset charset;

  private CsvText(byte[] bytes, int start, Charset charset) {
    this.bytes = bytes;
    this.start = start;
    this.charset = charset;
  }

  static CsvText of(byte[] bytes) {
    int first = bytes.length > 1 ? (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF) : 0;
    if (first == 0xFEFF || first == 0xFFFE) {
      return new CsvText(bytes, 2, first == 0xFEFF ? UTF_16BE : UTF_16LE);
    }
    boolean marked = first == 0xEFBB && bytes.length > 2 && (bytes[2] & 0xFF) == 0xBF;
    boolean utf8 = marked || hasLettersInUtf8(bytes);
    return new CsvText(bytes, marked ? 3 : 0, utf8 ? UTF_8 : WINDOWS);
  }

  Charset charset() {
    return charset;
  }

  Reader reader() {
    return new InputStreamReader(
        new ByteArrayInputStream(bytes, start, bytes.length - start), charset);
  }

  /** Enough of it to see its header. */
  String head() {
    char[] head = new char[HEAD];
    try (Reader text = reader()) {
      int length = text.read(head);
      return new String(head, 0, Math.max(length, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line of the first bytes that are nothing in its encoding. */
  OptionalLong brokenLine() {
    ByteBuffer left = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharsetDecoder strict = charset.newDecoder();
    CharBuffer some = CharBuffer.allocate(HEAD);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      result = strict.decode(left, some.clear(), true);
    }
    return result.isError() ? OptionalLong.of(line(left.position())) : OptionalLong.empty();
  }

  private long line(int position) {
    String before = new String(bytes, start, position - start, charset);
    return (before + '.').lines().count();
  }

  /** Any beyond ASCII, of which all encodings make the same. */
  private static boolean hasLettersInUtf8(byte[] bytes) {
    CharsetDecoder lenient = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.IGNORE);
    ByteBuffer left = ByteBuffer.wrap(bytes);
    CharBuffer some = CharBuffer.allocate(HEAD);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      result = lenient.decode(left, some.clear(), true);
      if (some.flip().chars().anyMatch(letter -> letter > 0x7F)) {
        return true;
      }
    }
    return false;
  }
}
