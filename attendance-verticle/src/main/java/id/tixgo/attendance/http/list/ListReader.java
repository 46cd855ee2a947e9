package id.tixgo.attendance.http.list;

import id.tixgo.attendance.domain.Ticket;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Reads an uploaded ticket list, whole or not at all. For a worker thread. */
public final class ListReader {
  private ListReader() {}

  /** Fails with a problem that names every place that is wrong, a hundred at most. */
  public static List<Ticket> read(String contentType, Buffer body) {
    byte[] bytes = body.getBytes();
    return switch (contentType) {
      case "text/csv" -> CsvList.read(bytes);
      case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" ->
          XlsxList.read(bytes);
      default -> JsonList.read(bytes);
    };
  }
}
