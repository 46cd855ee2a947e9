package id.tixgo.common.clients.attendance;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.ChunkedBody;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Attendance's records page after page as chunks of one JSON object, so that no answer is held in
 * memory whole. They are as many as the first page said there were.
 */
public final class RecordPages implements ChunkedBody.Source {
  private static final Pattern NEXT = Pattern.compile("cursor=([^&>]+)[^>]*>; rel=\"next\"");

  private final String tail;
  private final UnaryOperator<JsonObject> shape;
  private final Function<String, Future<HttpResponse<Buffer>>> cursorToPage;
  private HttpResponse<Buffer> page;
  private Buffer chunk;
  private boolean ended;

  /**
   * @param first the first page, a 200
   * @param head what comes before the records
   * @param tail what comes after them
   * @param shape what becomes of a record
   */
  public RecordPages(
      HttpResponse<Buffer> first,
      String head,
      String tail,
      UnaryOperator<JsonObject> shape,
      Function<String, Future<HttpResponse<Buffer>>> cursorToPage) {
    this.page = requireNonNull(first);
    this.tail = requireNonNull(tail);
    this.shape = requireNonNull(shape);
    this.cursorToPage = requireNonNull(cursorToPage);
    this.chunk = Buffer.buffer(head + records(first));
  }

  /** Asks for a page after the first: what that one counted, and no later record. */
  public static String query(HttpResponse<Buffer> first, int limit, String cursor) {
    return "limit=" + limit + "&up_to=" + first.getHeader("X-Last-Seq") + "&cursor=" + cursor;
  }

  @Override
  public Future<Optional<Buffer>> next() {
    if (ended) {
      return Future.succeededFuture(Optional.empty());
    }
    Optional<String> cursor = nextCursor(page);
    Buffer ready = chunk;
    if (cursor.isEmpty()) {
      ended = true;
      return Future.succeededFuture(Optional.of(ready.appendString(tail)));
    }
    return cursorToPage.apply(cursor.get()).map(this::turnTo).map(Optional.of(ready));
  }

  private Void turnTo(HttpResponse<Buffer> next) {
    if (next.statusCode() != 200) {
      throw Problem.of(ProblemKind.UPSTREAM_UNREACHABLE, "The records ended in the middle.");
    }
    page = next;
    chunk = Buffer.buffer("," + records(next));
    return null;
  }

  /** The cursor in an answer's {@code Link} to the next page. */
  public static Optional<String> nextCursor(HttpResponse<Buffer> answer) {
    return Optional.ofNullable(answer.getHeader("Link"))
        .map(NEXT::matcher)
        .filter(Matcher::find)
        .map(link -> link.group(1));
  }

  /** Without the array's brackets. */
  private String records(HttpResponse<Buffer> answer) {
    try {
      return answer.bodyAsJsonObject().getJsonArray("records").stream()
          .map(record -> shape.apply((JsonObject) record).encode())
          .collect(Collectors.joining(","));
    } catch (DecodeException | ClassCastException | NullPointerException e) {
      throw Problem.of(ProblemKind.UPSTREAM_UNREACHABLE, "The records can't be read.");
    }
  }
}
