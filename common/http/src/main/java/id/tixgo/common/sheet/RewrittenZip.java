package id.tixgo.common.sheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The zip file that fastexcel writes, without the {@code <dimension>} of its worksheets. It states
 * A1 in all of them, whatever they hold, and readers that believe it see one cell. Nothing is held
 * but the beginning of an entry.
 */
final class RewrittenZip extends OutputStream {
  private static final String WRONG = "<dimension ref=\"A1\"/>";

  /** As fastexcel has it. */
  private static final int LEVEL = 4;

  private static final int BEGINNING = 1024;
  private static final int CHUNK = 1 << 14;

  /** An entry's header, up to its name, and what comes after its data. */
  private static final int HEAD = 30;

  private static final int NAME_LENGTH = 26;
  private static final int TAIL = 24;
  private static final int SIGNATURE = 'P' | 'K' << 8 | 3 << 16 | 4 << 24;

  private final ZipOutputStream zip;
  private final Inflater inflater = new Inflater(true);
  private final byte[] plain = new byte[CHUNK];
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
  private Part part = Part.HEAD;
  private int wanted = HEAD;
  private boolean begun;

  private enum Part {
    HEAD,
    NAME,
    DATA,
    TAIL,
    DIRECTORY
  }

  RewrittenZip(OutputStream out) {
    zip = new ZipOutputStream(out, UTF_8);
    zip.setLevel(LEVEL);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int end = offset + length;
    int at = offset;
    while (at < end && part != Part.DIRECTORY) {
      at += part == Part.DATA ? inflate(bytes, at, end - at) : collect(bytes, at, end - at);
    }
  }

  @Override
  public void flush() throws IOException {
    zip.flush();
  }

  /** Writes the end of the file; fails when what was written didn't end. */
  void finish() throws IOException {
    if (part != Part.DIRECTORY) {
      throw new IOException("The workbook has no end.");
    }
    zip.finish();
    inflater.end();
  }

  /** How many of the bytes were taken. */
  private int collect(byte[] bytes, int offset, int length) throws IOException {
    int taken = Math.min(length, wanted - collected.size());
    collected.write(bytes, offset, taken);
    if (collected.size() == wanted) {
      byte[] all = collected.toByteArray();
      collected.reset();
      take(all);
    }
    return taken;
  }

  private void take(byte[] all) throws IOException {
    if (part == Part.TAIL) {
      expect(Part.HEAD, HEAD);
    } else if (part == Part.NAME) {
      zip.putNextEntry(new ZipEntry(new String(all, UTF_8)));
      inflater.reset();
      begun = false;
      part = Part.DATA;
    } else {
      takeHead(ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN));
    }
  }

  private void takeHead(ByteBuffer head) {
    if (head.getInt(0) == SIGNATURE) {
      expect(Part.NAME, head.getShort(NAME_LENGTH));
    } else {
      part = Part.DIRECTORY;
    }
  }

  private void expect(Part next, int length) {
    part = next;
    wanted = length;
  }

  /** How many of the bytes were the entry's. */
  private int inflate(byte[] bytes, int offset, int length) throws IOException {
    inflater.setInput(bytes, offset, length);
    try {
      for (int n = inflater.inflate(plain); n > 0; n = inflater.inflate(plain)) {
        put(n);
      }
    } catch (DataFormatException e) {
      throw new IOException("The workbook can't be read.", e);
    }
    if (inflater.finished()) {
      begin();
      zip.closeEntry();
      expect(Part.TAIL, TAIL);
    }
    return length - inflater.getRemaining();
  }

  private void put(int length) throws IOException {
    if (begun) {
      zip.write(plain, 0, length);
      return;
    }
    beginning.write(plain, 0, length);
    if (beginning.size() >= BEGINNING) {
      begin();
    }
  }

  private void begin() throws IOException {
    String text = beginning.toString(ISO_8859_1);
    zip.write(text.replace(WRONG, "").getBytes(ISO_8859_1));
    beginning.reset();
    begun = true;
  }
}
