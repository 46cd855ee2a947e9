package id.tixgo.ticketing.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.upstream.UpstreamClient;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;

/** Asks Event, with the caller's own token. */
public final class EventClient {
  private final UpstreamClient event;

  public EventClient(UpstreamClient event) {
    this.event = requireNonNull(event);
  }

  /** Whether there is an event of that id. */
  public Future<Boolean> exists(String id, Caller caller, RequestScope scope) {
    return event
        .send(
            event
                .request(HttpMethod.GET, "/events/" + UpstreamClient.segment(id))
                .bearerTokenAuthentication(caller.token()),
            Buffer.buffer(),
            scope)
        .map(answer -> isThere(answer.statusCode()));
  }

  private static boolean isThere(int status) {
    return switch (status) {
      case 200 -> true;
      case 404, 422 -> false;
      default ->
          throw Problem.of(
              ProblemKind.UPSTREAM_UNREACHABLE, "The event service answered " + status + ".");
    };
  }
}
