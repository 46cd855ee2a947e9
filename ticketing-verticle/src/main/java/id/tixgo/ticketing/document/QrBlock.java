package id.tixgo.ticketing.document;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.qr.QrCode;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * A QR code in squares that are sharp at any size. Its quiet zone is below it, and what its column
 * leaves free on the other sides.
 *
 * @param width of the code, which is as high
 */
record QrBlock(QrCode code, float width) implements Block {
  QrBlock {
    requireNonNull(code);
  }

  @Override
  public float height() {
    return width + QrCode.QUIET_ZONE * module();
  }

  private float module() {
    return width / code.size();
  }

  /** As one path: modules that touch leave no gap between them, however they are rendered. */
  @Override
  public void draw(PDPageContentStream page, float x, float top) throws IOException {
    float module = module();
    page.setNonStrokingColor(0f);
    for (QrCode.Run run : code.runs()) {
      page.addRect(
          x + run.x() * module, top - (run.y() + 1) * module, run.width() * module, module);
    }
    page.fill();
  }
}
