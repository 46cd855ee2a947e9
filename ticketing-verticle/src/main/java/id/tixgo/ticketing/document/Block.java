package id.tixgo.ticketing.document;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Something with a height that stands in a column. Lengths are points, a 72nd of an inch. */
interface Block {
  float height();

  /**
   * Draws itself.
   *
   * @param x its left edge
   * @param top its upper edge, from the bottom of the page
   */
  void draw(PDPageContentStream page, float x, float top) throws IOException;

  static float height(List<Block> column) {
    return (float) column.stream().mapToDouble(Block::height).sum();
  }

  /** Draws blocks one under the other. */
  static void draw(List<Block> column, PDPageContentStream page, float x, float top)
      throws IOException {
    float y = top;
    for (Block block : column) {
      block.draw(page, x, y);
      y -= block.height();
    }
  }
}
