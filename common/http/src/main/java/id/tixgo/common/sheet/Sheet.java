package id.tixgo.common.sheet;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A table that is written once, some rows at a time.
 *
 * @param name the file's, without its extension
 * @param batches at least one, which may be empty
 */
public record Sheet<T>(String name, List<Column<T>> columns, Iterator<List<T>> batches) {
  private static final int BATCH = 500;

  public Sheet {
    requireNonNull(name);
    columns = List.copyOf(columns);
    requireNonNull(batches);
  }

  /** One of rows that are all there. */
  public static <T> Sheet<T> of(String name, List<Column<T>> columns, List<T> rows) {
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from == 0 || from < rows.size(); from += BATCH) {
      batches.add(rows.subList(from, Math.min(from + BATCH, rows.size())));
    }
    return new Sheet<>(name, columns, batches.iterator());
  }

  List<String> header() {
    return columns.stream().map(Column::name).toList();
  }

  List<Object> row(T item) {
    return columns.stream().map(column -> column.value().apply(item)).toList();
  }
}
