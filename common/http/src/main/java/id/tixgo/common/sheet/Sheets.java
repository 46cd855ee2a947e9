package id.tixgo.common.sheet;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Call;
import id.tixgo.common.http.ChunkedBody;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.Deadline;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.shareddata.Shareable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Answers with sheets: JSON and CSV as they are asked for, XLSX made by few worker threads. */
public final class Sheets {
  private static final String NAME = "sheets";
  private static final int AT_ONCE = 2;
  private static final int LONGEST_MINUTES = 10;
  private static final int CHUNK_BYTES = 64 * 1024;

  private final Vertx vertx;
  private final WorkerExecutor workers;
  private final Semaphore free;

  private record Slots(Semaphore free) implements Shareable {}

  public Sheets(Vertx vertx) {
    this.vertx = requireNonNull(vertx);
    this.workers =
        vertx.createSharedWorkerExecutor(NAME, AT_ONCE, LONGEST_MINUTES + 1, TimeUnit.MINUTES);
    this.free =
        vertx
            .sharedData()
            .<String, Slots>getLocalMap(NAME)
            .computeIfAbsent("xlsx", name -> new Slots(new Semaphore(AT_ONCE)))
            .free();
  }

  /**
   * Writes the sheet; completes with the last byte. JSON is no attachment.
   *
   * <p>Fails with {@code OVERLOADED} when too many XLSX files are being made.
   */
  public Future<Void> write(
      Call call, HttpServerResponse response, SheetFormat format, Sheet<?> sheet) {
    boolean headOnly = call.request().method().equals(HttpMethod.HEAD);
    if (format == SheetFormat.XLSX && !headOnly && !free.tryAcquire()) {
      response.headers().remove("ETag");
      return Future.failedFuture(overloaded());
    }
    response.putHeader("Content-Type", format.contentType());
    if (format != SheetFormat.JSON) {
      String name = sheet.name() + '.' + format.extension();
      response.putHeader("Content-Disposition", Attachment.named(name));
    }
    return headOnly ? response.end() : body(call, response, format, sheet);
  }

  private Future<Void> body(
      Call call, HttpServerResponse response, SheetFormat format, Sheet<?> sheet) {
    return switch (format) {
      case JSON -> ChunkedBody.write(vertx, call.request(), response, new JsonChunks<>(sheet));
      case CSV -> csv(call, response, sheet);
      case XLSX -> xlsx(response, sheet);
    };
  }

  private Future<Void> csv(Call call, HttpServerResponse response, Sheet<?> sheet) {
    try {
      return ChunkedBody.write(vertx, call.request(), response, new CsvChunks<>(sheet));
    } catch (IOException e) {
      return Future.failedFuture(e);
    }
  }

  private Future<Void> xlsx(HttpServerResponse response, Sheet<?> sheet) {
    response.setChunked(true);
    ResponseStream body =
        new ResponseStream(response, Deadline.in(TimeUnit.MINUTES.toMillis(LONGEST_MINUTES)));
    return workers
        .executeBlocking(() -> make(sheet, new BufferedOutputStream(body, CHUNK_BYTES)), false)
        .onComplete(made -> free.release())
        .compose(made -> response.end());
  }

  private static Void make(Sheet<?> sheet, OutputStream out) throws IOException {
    new XlsxFile<>(sheet, out).write();
    out.flush();
    return null;
  }

  private static Problem overloaded() {
    return Problem.of(
        ProblemKind.OVERLOADED,
        "Too many XLSX files are being made; try again in some seconds, or take CSV.");
  }
}
