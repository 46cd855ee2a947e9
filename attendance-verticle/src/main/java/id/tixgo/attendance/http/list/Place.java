package id.tixgo.attendance.http.list;

/**
 * Where something stands in an uploaded list.
 *
 * @param number of the line or row, from 1, or of the item, from 0
 */
record Place(Kind kind, long number) {
  static final Place WHOLE = new Place(Kind.WHOLE, 0);

  private static final int LONGEST = 80;

  enum Kind {
    LINE,
    ROW,
    ITEM,
    WHOLE
  }

  static Place line(long number) {
    return new Place(Kind.LINE, number);
  }

  /** Of a workbook. */
  static Place row(long number) {
    return new Place(Kind.ROW, number);
  }

  /** Of a JSON array. */
  static Place item(long index) {
    return new Place(Kind.ITEM, index);
  }

  /** As clients read it. */
  String loc() {
    return switch (kind) {
      case LINE -> "line " + number;
      case ROW -> "row " + number;
      case ITEM -> "body[" + number + "]";
      case WHOLE -> "body";
    };
  }

  ListError error(String type, String msg) {
    return error(type, msg, null, null);
  }

  ListError error(String type, String msg, String column, String value) {
    return error(type, msg, column, value, null);
  }

  /** Of what stands already at another place of the same kind. */
  ListError error(String type, String msg, String column, String value, Long other) {
    boolean numbered = kind == Kind.LINE || kind == Kind.ROW;
    Long line = numbered ? (Long) number : null;
    return new ListError(loc(), msg, type, line, column, shown(value), other);
  }

  /** Enough to find it by. */
  private static String shown(String value) {
    return value == null || value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
  }
}
