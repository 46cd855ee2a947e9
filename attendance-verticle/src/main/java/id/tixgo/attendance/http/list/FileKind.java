package id.tixgo.attendance.http.list;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** What a file is by its first bytes, whatever its sender says. */
enum FileKind {
  XLSX("PK\u0003\u0004", "is_xlsx", "is an XLSX file: send it as one"),
  XLS(
      "\u00D0\u00CF\u0011\u00E0",
      "is_xls",
      "is an old Excel file, or one with a password: save it as .xlsx without a password, or CSV"),
  OTHER("", "not_xlsx", "is no XLSX file");

  /** Each character is a byte. */
  private final String begin;

  private final String type;
  private final String sentence;

  FileKind(String begin, String type, String sentence) {
    this.begin = begin;
    this.type = type;
    this.sentence = sentence;
  }

  static FileKind of(byte[] file) {
    return Stream.of(values()).filter(kind -> kind.begins(file)).findFirst().orElse(OTHER);
  }

  /** Fails with that code when this is another kind. */
  void expect(FileKind wanted, String code) {
    if (this != wanted) {
      throw ListErrors.malformed(code, Place.WHOLE.error(type, sentence));
    }
  }

  private boolean begins(byte[] file) {
    int length = Math.min(file.length, begin.length());
    return new String(file, 0, length, StandardCharsets.ISO_8859_1).equals(begin);
  }
}
