package id.tixgo.event.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.ChunkedBody;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Attendance's records page after page as chunks of one JSON object, so that no answer is held in
 * memory whole. They are as many as the first page said there were.
 */
final class AttendancePages implements ChunkedBody.Source {
  private static final Pattern NEXT = Pattern.compile("cursor=([^&>]+)[^>]*>; rel=\"next\"");

  private final Function<String, Future<HttpResponse<Buffer>>> cursorToPage;
  private final String tail;
  private HttpResponse<Buffer> page;
  private Buffer chunk;
  private boolean ended;

  /**
   * @param first the first page, a 200
   * @param head what comes before Attendance's object
   * @param tail what comes after it
   */
  AttendancePages(
      HttpResponse<Buffer> first,
      String head,
      String tail,
      Function<String, Future<HttpResponse<Buffer>>> cursorToPage) {
    this.page = requireNonNull(first);
    this.tail = requireNonNull(tail);
    this.cursorToPage = requireNonNull(cursorToPage);
    JsonObject attendance = first.bodyAsJsonObject();
    String records = bare(attendance);
    String open = attendance.putNull("records").encode().replaceFirst("null}$", "[");
    this.chunk = Buffer.buffer(head + open + records);
  }

  @Override
  public Future<Optional<Buffer>> next() {
    if (ended) {
      return Future.succeededFuture(Optional.empty());
    }
    Optional<String> cursor = nextCursor();
    Buffer ready = chunk;
    if (cursor.isEmpty()) {
      ended = true;
      return Future.succeededFuture(Optional.of(ready.appendString("]}" + tail)));
    }
    return cursorToPage.apply(cursor.get()).map(this::turnTo).map(Optional.of(ready));
  }

  private Void turnTo(HttpResponse<Buffer> next) {
    if (next.statusCode() != 200) {
      throw Problem.of(ProblemKind.UPSTREAM_UNREACHABLE, "The records ended in the middle.");
    }
    page = next;
    chunk = Buffer.buffer("," + bare(next.bodyAsJsonObject()));
    return null;
  }

  private Optional<String> nextCursor() {
    return Optional.ofNullable(page.getHeader("Link"))
        .map(NEXT::matcher)
        .filter(Matcher::find)
        .map(link -> link.group(1));
  }

  /** The records without the array's brackets. */
  private static String bare(JsonObject attendance) {
    String array = attendance.getJsonArray("records").encode();
    return array.substring(1, array.length() - 1);
  }
}
