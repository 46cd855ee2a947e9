package id.tixgo.portal.http;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** A QR code as SVG: one unit a module, dark modules as one path on white. */
final class QrSvg {
  private static final int QUIET_ZONE = 4;

  /** Longer texts are shown on screens: few large modules read better than a dense code. */
  private static final int MOST_FOR_PAPER = 100;

  private QrSvg() {}

  static String of(String text) throws WriterException {
    Map<EncodeHintType, ?> hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
    ByteMatrix modules = Encoder.encode(text, correction(text), hints).getMatrix();
    int size = modules.getWidth() + 2 * QUIET_ZONE;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" \
        shape-rendering="crispEdges"><rect width="%1$d" height="%1$d" fill="#fff"/>\
        <path d="%2$s"/></svg>"""
        .formatted(size, path(modules));
  }

  private static ErrorCorrectionLevel correction(String text) {
    return text.length() > MOST_FOR_PAPER ? ErrorCorrectionLevel.L : ErrorCorrectionLevel.M;
  }

  private static String path(ByteMatrix modules) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      int x = 0;
      while (x < modules.getWidth()) {
        int end = endOfRun(modules, x, y);
        if (modules.get(x, y) == 1) {
          path.append(run(x + QUIET_ZONE, y + QUIET_ZONE, end - x));
        }
        x = end;
      }
    }
    return path.toString();
  }

  private static int endOfRun(ByteMatrix modules, int x, int y) {
    int end = x + 1;
    while (end < modules.getWidth() && modules.get(end, y) == modules.get(x, y)) {
      end++;
    }
    return end;
  }

  /** A rectangle as wide as some modules and as high as one. */
  private static String run(int x, int y, int width) {
    return "M" + x + " " + y + "h" + width + "v1h-" + width + "z";
  }
}
