package id.tixgo.ticketing.document;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import id.tixgo.common.scope.Deadline;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF, looked at as its readers do. */
final class ReadPdf implements AutoCloseable {
  private static final float DPI = 150;

  final PDDocument document;

  private ReadPdf(byte[] bytes) throws IOException {
    this.document = Loader.loadPDF(bytes);
  }

  static ReadPdf of(PageLayout layout, Language language, PrintedTicket... tickets)
      throws IOException {
    return new ReadPdf(bytes(layout, language, tickets));
  }

  static byte[] bytes(PageLayout layout, Language language, PrintedTicket... tickets)
      throws IOException {
    return new TicketPdf(List.of(tickets), layout, language).bytes(Deadline.in(60_000));
  }

  /** A page's text, its lines in the order in which they stand from the top. */
  String text(int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page + 1);
    stripper.setEndPage(page + 1);
    stripper.setLineSeparator("\n");
    return stripper.getText(document);
  }

  /** What a scanner reads of a page's picture. */
  String qr(int page) throws IOException, ReaderException {
    BufferedImage picture = picture(page);
    int[] pixels =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    RGBLuminanceSource light =
        new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light))).getText();
  }

  BufferedImage picture(int page) throws IOException {
    return new PDFRenderer(document).renderImageWithDPI(page, DPI);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
