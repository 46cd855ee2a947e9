package id.tixgo.common.sheet;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.List;

/**
 * A table that is written once, some rows at a time.
 *
 * @param name the file's, without its extension
 * @param batches at least one, which may be empty
 */
public record Sheet<T>(String name, List<Column<T>> columns, Iterator<List<T>> batches) {
  public Sheet {
    requireNonNull(name);
    columns = List.copyOf(columns);
    requireNonNull(batches);
  }

  List<String> header() {
    return columns.stream().map(Column::name).toList();
  }

  List<Object> row(T item) {
    return columns.stream().map(column -> column.value().apply(item)).toList();
  }
}
