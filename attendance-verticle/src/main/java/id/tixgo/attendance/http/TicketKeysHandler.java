package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.common.upstream.UpstreamResponses;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.List;

/**
 * {@code GET /attendance/{event_id}/ticket-keys}: what doors verify sold tickets with while they
 * have no network, as Ticketing said last; none where nothing is sold. For one event loop.
 */
public final class TicketKeysHandler {
  private final UpstreamClient ticketing;
  private List<TicketKey> known = List.of();

  private record TicketKey(String kid, String alg, String publicKey) {}

  public TicketKeysHandler(UpstreamClient ticketing) {
    this.ticketing = requireNonNull(ticketing);
  }

  public void register(Api api) {
    api.on("ticketKeys", this::keys);
  }

  private Future<Reply> keys(Call call) {
    return ticketing
        .send(
            ticketing
                .request(HttpMethod.GET, "/ticket-keys")
                .bearerTokenAuthentication(call.caller().token()),
            Buffer.buffer(),
            call.scope())
        .map(answer -> List.of(UpstreamResponses.read(answer, TicketKey[].class)))
        .onSuccess(keys -> known = keys)
        .otherwise(unreachable -> known)
        .map(keys -> Reply.json(200, keys));
  }
}
