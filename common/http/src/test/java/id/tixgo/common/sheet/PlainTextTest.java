package id.tixgo.common.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  private static final int LONGEST = 5;

  @Test
  void everyTextShouldComeBackAsItWas() {
    texts(LONGEST)
        .forEach(
            text -> {
              String written = PlainText.of(text);
              assertFalse(written.matches("(?s)(.*[,;])?\"*=.*|\\t.*"), written);
              assertEquals(text, PlainText.read(written));
            });
  }

  @Test
  void anApostropheThatGuardsNothingShouldStay() {
    for (String text : List.of("O'Neil", "'x'", "'", "a'=1", "\"'\"=1")) {
      assertEquals(text, PlainText.of(text));
      assertEquals(text, PlainText.read(text));
    }
  }

  /** All of those few letters. */
  private static Stream<String> texts(int longest) {
    return longest == 0
        ? Stream.of("")
        : Stream.concat(
            Stream.of(""),
            texts(longest - 1)
                .flatMap(text -> Stream.of("'", "\"", "=", ";", "\t", "a").map(text::concat)));
  }
}
