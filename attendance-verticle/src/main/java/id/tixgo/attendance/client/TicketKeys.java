package id.tixgo.attendance.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.TicketKey;
import id.tixgo.common.caller.Caller;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.common.upstream.UpstreamResponses;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.List;

/**
 * What sold tickets are verified with, as Ticketing said last; none where nothing is sold. For one
 * event loop.
 */
public final class TicketKeys {
  private final UpstreamClient ticketing;
  private List<TicketKey> known = List.of();

  public TicketKeys(UpstreamClient ticketing) {
    this.ticketing = requireNonNull(ticketing);
  }

  /** Asked with the caller's own token; never fails. */
  public Future<List<TicketKey>> get(Caller caller, RequestScope scope) {
    return ticketing
        .send(
            ticketing
                .request(HttpMethod.GET, "/ticket-keys")
                .bearerTokenAuthentication(caller.token()),
            Buffer.buffer(),
            scope)
        .map(answer -> List.of(UpstreamResponses.read(answer, TicketKey[].class)))
        .onSuccess(keys -> known = keys)
        .otherwise(unreachable -> known);
  }
}
