package id.tixgo.common.http;

import com.fasterxml.jackson.core.JacksonException;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.KeptAnswer;
import id.tixgo.common.scope.RequestScope;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a failure as {@code application/problem+json}. What it can't name is a 500, logged. */
public final class ProblemWriter {
  private static final Set<String> KEPT = Set.of(RequestScope.HEADER, "X-Content-Type-Options");

  private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);

  public static final String CONTENT_TYPE = "application/problem+json";

  private ProblemWriter() {}

  /** Answers with a failure; does nothing more than close when the answer has begun already. */
  public static void write(RoutingContext context, Throwable failure) {
    HttpServerResponse response = context.response();
    if (response.headWritten() || response.closed()) {
      response.reset();
      return;
    }
    Problem problem = problemOf(context, failure);
    if (!context.request().isEnded()) {
      context.request().resume();
    }
    if (ProblemTable.of(problem.kind()).closes() || keepsItsBody(context.request())) {
      LastAnswer.announce(response);
      LastAnswer.close(context);
    }
    dropDescription(response.headers());
    send(response, RequestContext.of(context).requestId(), problem);
  }

  /** What was said of the answer that was to come isn't true of this one. */
  private static void dropDescription(MultiMap headers) {
    List.copyOf(headers.names()).stream()
        .filter(name -> name.regionMatches(true, 0, "X-", 0, 2))
        .filter(name -> KEPT.stream().noneMatch(name::equalsIgnoreCase))
        .forEach(headers::remove);
  }

  /** A client that was never told to go on may send its body, or its next request. */
  private static boolean keepsItsBody(HttpServerRequest request) {
    return Headers.expectsContinue(request) && !request.isEnded();
  }

  /** The answer alone; what becomes of the connection is the caller's. */
  static void send(HttpServerResponse response, String requestId, Problem problem) {
    ProblemTable.Row row = ProblemTable.of(problem.kind());
    row.headers().forEach(response::putHeader);
    if (problem.kind() == ProblemKind.UNAUTHORIZED) { // Past its end, or ended: the time tells.
      response.putHeader("Date", HttpDate.of(Instant.now()));
    }
    if (problem.kind() == ProblemKind.RATE_LIMITED) {
      RateLimitHeaders.of(problem).forEach(response::putHeader);
    }
    response
        .setStatusCode(row.status())
        .putHeader("Content-Type", CONTENT_TYPE)
        .end(json(requestId, problem));
  }

  /** The problem as JSON. */
  public static Buffer json(String requestId, Problem problem) {
    ProblemTable.Row row = ProblemTable.of(problem.kind());
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "about:blank");
    members.put("title", row.title());
    members.put("status", row.status());
    members.put("detail", problem.getMessage());
    members.put("code", problem.code());
    members.put("request_id", requestId);
    members.putAll(problem.members());
    return JsonFormat.encode(members);
  }

  /**
   * What is kept of a problem as an answer; each request that gets it again has an id of its own.
   */
  static KeptAnswer kept(Problem problem) {
    ProblemTable.Row row = ProblemTable.of(problem.kind());
    return new KeptAnswer(row.status(), CONTENT_TYPE, row.headers(), json("", problem).toString());
  }

  /** What an HTTP status stands for; empty when we have no such kind. */
  public static Optional<ProblemKind> kind(int status) {
    return Stream.of(ProblemKind.values())
        .filter(kind -> ProblemTable.of(kind).status() == status)
        .findFirst();
  }

  public static int status(Problem problem) {
    return ProblemTable.of(problem.kind()).status();
  }

  private static Problem problemOf(RoutingContext context, Throwable failure) {
    if (failure instanceof Problem problem) {
      return problem;
    }
    if (failure instanceof DecodeException || failure instanceof JacksonException) {
      return Problem.of(ProblemKind.BAD_REQUEST, "MALFORMED_JSON", "The body is not valid JSON.");
    }
    if (!(failure instanceof HttpClosedException)) {
      String id = RequestContext.of(context).scope().requestId();
      LOG.error("{} failed, request_id={}", RequestContext.of(context).route(), id, failure);
    }
    return Problem.of(
        ProblemKind.INTERNAL_ERROR, "Something went wrong here; the log knows it by request_id.");
  }
}
