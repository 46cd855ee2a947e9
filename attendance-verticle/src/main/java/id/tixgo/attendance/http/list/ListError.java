package id.tixgo.attendance.http.list;

/**
 * One thing that is wrong with an uploaded list, for readers and, by its type and values, for
 * programs that say it in their own words; null where nothing is known.
 *
 * @param loc {@code line 3}, {@code row 3} of a workbook, {@code body[2]} or {@code body}
 * @param line the line's or row's number
 * @param value what stands there
 * @param other where else, of something that may stand there once
 */
record ListError(
    String loc, String msg, String type, Long line, String column, String value, Long other) {
  String sentence() {
    return loc + ": " + msg;
  }
}
