package id.tixgo.common.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class XlsxFileTest {
  private static final int LONGEST = 32_767;

  @Test
  void moreRowsThanAWorksheetHoldsShouldGoOnAnother() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new XlsxFile<>(sheet(List.of(List.of("a", "b"), List.of("c", "d", "e"))), out, 3).write();
    assertEquals(
        List.of(List.of("name", "a", "b"), List.of("name", "c", "d"), List.of("name", "e")),
        texts(out));
  }

  @Test
  void textShouldBeCutToWhatACellHoldsAndLoseWhatXmlCantSay() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new XlsxFile<>(sheet(List.of(List.of("x".repeat(LONGEST + 1), "a\u0000\uD800b<&>"))), out)
        .write();
    assertEquals(List.of(List.of("name", "x".repeat(LONGEST), "ab<&>")), texts(out));
  }

  private static Sheet<String> sheet(List<List<String>> batches) {
    Column<String> name = new Column<>("name", text -> text);
    return new Sheet<>("names", List.of(name), batches.iterator());
  }

  private static List<List<String>> texts(ByteArrayOutputStream out) throws IOException {
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      return book.getSheets().map(XlsxFileTest::texts).toList();
    }
  }

  private static List<String> texts(org.dhatim.fastexcel.reader.Sheet sheet) {
    try {
      return sheet.read().stream().map(row -> row.getCellText(0)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
