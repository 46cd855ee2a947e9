package id.tixgo.common.sheet;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A sheet as an XLSX file; its rows leave memory batch by batch. For a worker thread. */
final class XlsxFile<T> {
  private static final int MOST_ROWS = Worksheet.MAX_ROWS;
  private static final int LONGEST_TEXT = 32_767;
  private static final int WIDTH = 20;
  private static final String TEXT = "@";
  private static final String TIME = "yyyy-mm-dd hh:mm:ss";

  private final Sheet<T> sheet;
  private final RewrittenZip out;
  private final Workbook book;
  private final int mostRows;
  private Worksheet page;
  private int row;

  XlsxFile(Sheet<T> sheet, OutputStream out) {
    this(sheet, out, MOST_ROWS);
  }

  /**
   * @param mostRows of a worksheet, its header included; what is more goes on another
   */
  XlsxFile(Sheet<T> sheet, OutputStream out, int mostRows) {
    this.sheet = requireNonNull(sheet);
    this.out = new RewrittenZip(out);
    this.book = new Workbook(this.out, "TixGo", null);
    this.book.setCompressionLevel(Deflater.NO_COMPRESSION);
    this.mostRows = mostRows;
  }

  /** Writes it all; a file of which this fails in the middle can't be read. */
  void write() throws IOException {
    begin();
    while (sheet.batches().hasNext()) {
      for (T item : sheet.batches().next()) {
        add(item);
      }
      page.flush();
    }
    end();
    book.finish();
    out.finish();
  }

  private void begin() {
    page = book.newWorksheet(sheet.name());
    page.freezePane(0, 1);
    row = 0;
    add(sheet.header());
    for (int column = 0; column < sheet.columns().size(); column++) {
      page.width(column, WIDTH);
      page.style(0, column).bold().set();
    }
  }

  private void end() throws IOException {
    page.setAutoFilter(0, 0, row - 1, sheet.columns().size() - 1);
    page.finish();
  }

  private void add(T item) throws IOException {
    if (row == mostRows) {
      end();
      begin();
    }
    add(sheet.row(item));
  }

  private void add(List<?> cells) {
    for (int column = 0; column < cells.size(); column++) {
      set(column, cells.get(column));
    }
    row++;
  }

  /** The last cell is there though it is empty: all rows are equally long. */
  private void set(int column, Object value) {
    if (value instanceof String text) {
      String most = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
      page.inlineString(row, column, XlsxText.of(most));
    } else if (value instanceof Number number) {
      page.value(row, column, number);
    } else if (value instanceof Boolean flag) {
      page.value(row, column, flag);
    } else if (value instanceof LocalDateTime time) {
      page.value(row, column, time);
      page.style(row, column).format(TIME).set();
    } else if (column == sheet.columns().size() - 1) {
      page.style(row, column).format(TEXT).set();
    }
  }
}
