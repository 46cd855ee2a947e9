package id.tixgo.common.sheet;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/**
 * A column of a sheet.
 *
 * @param value an item's cell: a text, number, boolean or local time; null for an empty cell
 */
public record Column<T>(String name, Function<T, Object> value) {
  public Column {
    requireNonNull(name);
    requireNonNull(value);
  }
}
