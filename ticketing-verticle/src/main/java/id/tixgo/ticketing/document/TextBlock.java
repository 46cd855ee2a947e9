package id.tixgo.ticketing.document;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * Lines of text in one style.
 *
 * @param gap what stays free below them
 */
record TextBlock(PDFont font, List<String> lines, Style style, float gap) implements Block {
  private static final float LEADING = 1.25f;
  private static final float ASCENT = 0.95f;
  private static final float WEIGHT = 0.035f;

  TextBlock {
    requireNonNull(font);
    lines = List.copyOf(lines);
    requireNonNull(style);
  }

  /**
   * How letters look.
   *
   * @param grey from 0 for black to 1 for white
   */
  record Style(float size, boolean bold, float grey) {}

  @Override
  public float height() {
    return lines.size() * style.size() * LEADING + gap;
  }

  @Override
  public void draw(PDPageContentStream page, float x, float top) throws IOException {
    page.beginText();
    page.setFont(font, style.size());
    page.setLeading(style.size() * LEADING);
    page.setNonStrokingColor(style.grey());
    weigh(page);
    page.newLineAtOffset(x, top - style.size() * ASCENT);
    for (String line : lines) {
      page.showText(line);
      page.newLine();
    }
    page.endText();
  }

  /** The face has one weight: a line around its letters makes the other. */
  private void weigh(PDPageContentStream page) throws IOException {
    page.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    page.setStrokingColor(style.grey());
    page.setLineWidth(style.size() * WEIGHT);
  }
}
