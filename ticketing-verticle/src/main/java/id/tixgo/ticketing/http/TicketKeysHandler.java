package id.tixgo.ticketing.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Reply;
import id.tixgo.ticketing.document.TicketSignature;
import io.vertx.core.Future;

/** {@code GET /ticket-keys}: what a door without a network tells genuine tickets by. */
public final class TicketKeysHandler {
  private final TicketSignature signature;

  public TicketKeysHandler(TicketSignature signature) {
    this.signature = requireNonNull(signature);
  }

  public void register(Api api) {
    api.on("ticketKeys", call -> Future.succeededFuture(Reply.resource(signature.publicKeys())));
  }
}
