package id.tixgo.common.sheet;

import id.tixgo.common.http.Call;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** As what a list can be had. */
public enum SheetFormat {
  JSON("application/json"),
  CSV("text/csv"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String mediaType;

  SheetFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** What {@code ?format=} names, else what {@code Accept} asks for, else JSON. */
  public static SheetFormat of(Call call) {
    Optional<SheetFormat> named =
        call.query("format").map(name -> valueOf(name.toUpperCase(Locale.ROOT)));
    return named.or(() -> preferred(call)).orElse(JSON);
  }

  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  String contentType() {
    return this == CSV ? mediaType + "; charset=utf-8" : mediaType;
  }

  private static Optional<SheetFormat> preferred(Call call) {
    return call.preferred(Stream.of(values()).map(format -> format.mediaType).toList())
        .flatMap(type -> Stream.of(values()).filter(f -> f.mediaType.equals(type)).findFirst());
  }
}
