package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.client.TicketKeys;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import io.vertx.core.Future;

/**
 * {@code GET /attendance/{event_id}/ticket-keys}: what doors verify sold tickets with while they
 * have no network.
 */
public final class DoorKeysHandler {
  private final TicketKeys keys;

  public DoorKeysHandler(TicketKeys keys) {
    this.keys = requireNonNull(keys);
  }

  public void register(Api api) {
    api.on("ticketKeys", this::keys);
  }

  private Future<Reply> keys(Call call) {
    return keys.get(call.caller(), call.scope()).map(known -> Reply.json(200, known));
  }
}
