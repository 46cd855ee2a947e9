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

/**
 * The text of a CSV file, in the encoding that its first bytes tell; else UTF-8, or where it can't
 * be that, the one in which Excel saves CSV on Windows.
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
    return new CsvText(bytes, marked ? 3 : 0, isUtf8(bytes) ? UTF_8 : WINDOWS);
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

  private static boolean isUtf8(byte[] bytes) {
    CharsetDecoder decoder = UTF_8.newDecoder();
    ByteBuffer all = ByteBuffer.wrap(bytes);
    CharBuffer some = CharBuffer.allocate(HEAD);
    while (true) {
      var result = decoder.decode(all, some.clear(), true);
      if (!result.isOverflow()) {
        return result.isUnderflow();
      }
    }
  }
}
