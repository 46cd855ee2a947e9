package id.tixgo.common.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** QR codes, read again. */
class QrCodeTest {
  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) ");
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

  private static final List<String> TEXTS =
      List.of("T", "TKT-001", "tiket é 🎫", "0123456789", "a<b>&\"'", "x".repeat(500));

  @Test
  void whatWasWrittenShouldBeRead() throws Exception {
    for (String text : TEXTS) {
      assertRead(text, "M", QrCode.forPaper(text));
      assertRead(text, "L", QrCode.forScreen(text));
    }
  }

  private static void assertRead(String text, String correction, QrCode code) throws Exception {
    DecoderResult read = new Decoder().decode(modules(code.svg()));
    assertEquals(text, read.getText());
    assertEquals(correction, read.getECLevel());
  }

  @Test
  void capitalsAndDigitsShouldTakeLessRoomThanOtherText() {
    assertTrue(QrCode.forPaper("A1:".repeat(40)).size() < QrCode.forPaper("a1:".repeat(40)).size());
  }

  @Test
  void aTextThatNoCodeHoldsShouldBeRefused() {
    assertThrows(IllegalArgumentException.class, () -> QrCode.forPaper("x".repeat(3000)));
  }

  @Test
  void theQuietZoneShouldBeFourModulesWide() throws Exception {
    String svg = QrCode.forPaper("TKT-001").svg();
    int size = number(SIZE, svg);
    RUN.matcher(svg)
        .results()
        .forEach(
            run -> {
              int x = Integer.parseInt(run.group(1));
              int y = Integer.parseInt(run.group(2));
              assertTrue(x >= 4 && y >= 4 && y < size - 4, run::group);
              assertTrue(x + Integer.parseInt(run.group(3)) <= size - 4, run::group);
            });
    assertEquals(1, Pattern.compile("<path").matcher(svg).results().count());
  }

  private static BitMatrix modules(String svg) {
    BitMatrix modules = new BitMatrix(number(SIZE, svg) - 8);
    RUN.matcher(svg)
        .results()
        .forEach(
            run ->
                modules.setRegion(
                    Integer.parseInt(run.group(1)) - 4,
                    Integer.parseInt(run.group(2)) - 4,
                    Integer.parseInt(run.group(3)),
                    1));
    return modules;
  }

  private static int number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertTrue(matcher.find());
    return Integer.parseInt(matcher.group(1));
  }
}
