package id.tixgo.common.upstream;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.ProblemWriter;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.Set;

/** Reads neighbours' answers as what they should be, or as the problems that they are. */
public final class UpstreamResponses {
  private static final Set<String> OWN =
      Set.of("type", "title", "status", "detail", "code", "request_id");

  private UpstreamResponses() {}

  /** The answer itself, when it is a success; throws its problem as our own. */
  public static HttpResponse<Buffer> success(HttpResponse<Buffer> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw problem(answer);
    }
    return answer;
  }

  /** A success's JSON body. */
  public static <T> T read(HttpResponse<Buffer> answer, Class<T> type) {
    try {
      return requireNonNull(Json.decodeValue(success(answer).body(), type));
    } catch (DecodeException | NullPointerException e) {
      throw unreadable();
    }
  }

  private static Problem problem(HttpResponse<Buffer> answer) {
    try {
      JsonObject body = answer.bodyAsJsonObject();
      Problem problem =
          Problem.of(
              ProblemWriter.kind(answer.statusCode()).orElse(ProblemKind.UPSTREAM_UNREACHABLE),
              body.getString("code"),
              body.getString("detail"));
      for (String member : body.fieldNames()) {
        problem = OWN.contains(member) ? problem : problem.with(member, body.getValue(member));
      }
      return problem;
    } catch (DecodeException | ClassCastException | NullPointerException e) {
      return unreadable();
    }
  }

  private static Problem unreadable() {
    return Problem.of(
        ProblemKind.UPSTREAM_UNREACHABLE, "A neighbour service answered what can't be read.");
  }
}
