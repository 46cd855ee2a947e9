package id.tixgo.ticketing.document;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** How a ticket's page is laid out, in points. */
public enum PageLayout {
  /** For a printer: words on the left, the code on the right, in the half that is seen folded. */
  A4(56, 24, 18, 276) {
    private static final float QR = 184;

    @Override
    PDRectangle page(TicketBlocks blocks) {
      return PDRectangle.A4;
    }

    @Override
    void draw(TicketBlocks blocks, PDPageContentStream page, PDRectangle size) throws IOException {
      float top = size.getHeight() - margin();
      List<Block> words = joined(Stream.of(blocks.heading(), blocks.facts()));
      Block.draw(words, page, margin(), top);
      Block.draw(blocks.code(QR), page, size.getWidth() - margin() - QR, top);
    }
  },

  /** As wide as a phone and as long as it gets, the code first. */
  PHONE(32, 20, 32, 296) {
    @Override
    PDRectangle page(TicketBlocks blocks) {
      return new PDRectangle(width() + 2 * margin(), Block.height(column(blocks)) + 2 * margin());
    }

    @Override
    void draw(TicketBlocks blocks, PDPageContentStream page, PDRectangle size) throws IOException {
      Block.draw(column(blocks), page, margin(), size.getHeight() - margin());
    }

    private List<Block> column(TicketBlocks blocks) {
      return joined(Stream.of(blocks.heading(), blocks.code(width()), blocks.facts()));
    }
  };

  private final float margin;
  private final float titleSize;
  private final float titleGap;
  private final float width;

  PageLayout(float margin, float titleSize, float titleGap, float width) {
    this.margin = margin;
    this.titleSize = titleSize;
    this.titleGap = titleGap;
    this.width = width;
  }

  /** By its name in lower case. */
  public static PageLayout named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  float margin() {
    return margin;
  }

  float titleSize() {
    return titleSize;
  }

  /** What stays free below the title: no less than a code's quiet zone where one follows. */
  float titleGap() {
    return titleGap;
  }

  /** Of the column with the words. */
  float width() {
    return width;
  }

  abstract PDRectangle page(TicketBlocks blocks);

  abstract void draw(TicketBlocks blocks, PDPageContentStream page, PDRectangle size)
      throws IOException;

  private static List<Block> joined(Stream<List<Block>> parts) {
    return parts.flatMap(List::stream).toList();
  }
}
