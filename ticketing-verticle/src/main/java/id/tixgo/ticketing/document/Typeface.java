package id.tixgo.ticketing.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The face that a document is set in, Liberation Sans, which PDFBox brings along: Latin, Greek,
 * Cyrillic and Hebrew. The document gets the glyphs that it shows.
 */
final class Typeface {
  private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final String MISSING = "\u25a1";
  private static final String ELLIPSIS = "…";

  private final CmapLookup glyphs;
  private final PDFont font;

  Typeface(PDDocument document) throws IOException {
    try (InputStream file = PDFont.class.getResourceAsStream(FILE)) {
      TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
      this.glyphs = parsed.getUnicodeCmapLookup();
      this.font = PDType0Font.load(document, parsed, true);
    }
  }

  PDFont font() {
    return font;
  }

  /**
   * The text in lines that are at most so wide, broken where it is and between words where it can
   * be.
   *
   * @param most how many lines; what doesn't fit is left out, and three dots say so
   */
  List<String> lines(String text, float size, float width, int most) {
    List<String> all = text.lines().flatMap(line -> broken(shown(line), size, width)).toList();
    List<String> lines = new ArrayList<>(all.subList(0, Math.min(most, all.size())));
    if (all.size() > most) {
      lines.set(most - 1, shortened(lines.get(most - 1), size, width));
    }
    return lines.stream().map(Typeface::inVisualOrder).toList();
  }

  private Stream<String> broken(String line, float size, float width) {
    List<String> lines = new ArrayList<>();
    String rest = line;
    while (!rest.isEmpty()) {
      int end = fitting(rest, size, width);
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    return lines.stream();
  }

  private String shortened(String line, float size, float width) {
    String shorter = line;
    while (width(shorter + ELLIPSIS, size) > width) {
      shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
    }
    return shorter + ELLIPSIS;
  }

  /** How much of the text goes on a line: whole words, or part of one that is too long. */
  private int fitting(String text, float size, float width) {
    int most = text.codePointCount(0, text.length());
    int some = 1;
    while (some < most && width(text.substring(0, index(text, some + 1)), size) <= width) {
      some++;
    }
    int end = index(text, some);
    int blank = text.lastIndexOf(' ', end);
    return some == most || blank <= 0 ? end : blank;
  }

  private static int index(String text, int characters) {
    return text.offsetByCodePoints(0, characters);
  }

  private float width(String text, float size) {
    try {
      return font.getStringWidth(text) / 1000 * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text as it can be set: one line, a box for a letter that the face doesn't have. */
  private String shown(String text) {
    StringBuilder shown = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(letter -> shown.append(shown(letter)));
    return shown.toString().replaceAll(" {2,}", " ").strip();
  }

  private String shown(int letter) {
    int type = Character.getType(letter);
    if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
      return " ";
    }
    if (type == Character.CONTROL || type == Character.FORMAT) {
      return "";
    }
    if (glyphs.getGlyphId(letter) != 0) {
      return Character.toString(letter);
    }
    return type == Character.NON_SPACING_MARK ? "" : MISSING;
  }

  /** What is read from the right is set from the right. */
  private static String inVisualOrder(String line) {
    Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    if (bidi.isLeftToRight()) {
      return line;
    }
    String[] runs = new String[bidi.getRunCount()];
    byte[] levels = new byte[runs.length];
    for (int i = 0; i < runs.length; i++) {
      String run = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
      levels[i] = (byte) bidi.getRunLevel(i);
      runs[i] = levels[i] % 2 == 0 ? run : new StringBuilder(run).reverse().toString();
    }
    Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
    return String.join("", runs);
  }
}
