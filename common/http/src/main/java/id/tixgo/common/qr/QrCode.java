package id.tixgo.common.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A QR code, to be drawn by whoever can fill rectangles.
 *
 * @param size how many modules it is wide and high, without its quiet zone
 * @param runs its dark modules
 */
public record QrCode(int size, List<Run> runs) {
  /** How many light modules must stay around it (ISO/IEC 18004, 6.3.8). */
  public static final int QUIET_ZONE = 4;

  public QrCode {
    runs = List.copyOf(runs);
  }

  /**
   * Dark modules side by side.
   *
   * @param x of the first, from the left edge
   * @param y from the upper edge
   */
  public record Run(int x, int y, int width) {}

  /** One that is still read with a seventh of it gone, as on paper that was folded. */
  public static QrCode forPaper(String text) {
    return of(text, ErrorCorrectionLevel.M);
  }

  /** One of fewer, larger modules, for texts so long that a screen shows them too dense else. */
  public static QrCode forScreen(String text) {
    return of(text, ErrorCorrectionLevel.L);
  }

  private static QrCode of(String text, ErrorCorrectionLevel correction) {
    ByteMatrix modules = encode(text, correction);
    List<Run> runs = new ArrayList<>();
    for (int y = 0; y < modules.getHeight(); y++) {
      addRow(modules, y, runs);
    }
    return new QrCode(modules.getWidth(), runs);
  }

  private static ByteMatrix encode(String text, ErrorCorrectionLevel correction) {
    Map<EncodeHintType, ?> hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
    try {
      return Encoder.encode(text, correction, hints).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("no QR code holds this text", e);
    }
  }

  private static void addRow(ByteMatrix modules, int y, List<Run> runs) {
    int x = 0;
    while (x < modules.getWidth()) {
      int end = endOfRun(modules, x, y);
      if (modules.get(x, y) == 1) {
        runs.add(new Run(x, y, end - x));
      }
      x = end;
    }
  }

  private static int endOfRun(ByteMatrix modules, int x, int y) {
    int end = x + 1;
    while (end < modules.getWidth() && modules.get(end, y) == modules.get(x, y)) {
      end++;
    }
    return end;
  }

  /** As SVG: one unit a module, dark modules as one path on white, the quiet zone around. */
  public String svg() {
    int width = size + 2 * QUIET_ZONE;
    StringBuilder path = new StringBuilder();
    runs.forEach(run -> append(path, run));
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" \
        shape-rendering="crispEdges"><rect width="%1$d" height="%1$d" fill="#fff"/>\
        <path d="%2$s"/></svg>"""
        .formatted(width, path);
  }

  /** A rectangle as wide as some modules and as high as one. */
  private static void append(StringBuilder path, Run run) {
    path.append('M').append(run.x() + QUIET_ZONE).append(' ').append(run.y() + QUIET_ZONE);
    path.append('h').append(run.width()).append("v1h-").append(run.width()).append('z');
  }
}
