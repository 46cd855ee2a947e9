package id.tixgo.wallet.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Call;
import id.tixgo.common.http.ForwardedHeaders;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.wallet.client.IdentityDesk.Asking;
import io.vertx.core.MultiMap;

/** What goes along when Identity is asked for a client: whence, under which key, by whom. */
final class AskingIdentity {
  private final ForwardedHeaders forwarded;

  AskingIdentity(ForwardedHeaders forwarded) {
    this.forwarded = requireNonNull(forwarded);
  }

  /** For somebody without a token. */
  Asking of(Call call) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    forwarded.tell(call.request(), headers);
    KeyedRequests.key(call).ifPresent(key -> headers.set("Idempotency-Key", key));
    return new Asking(call.scope(), headers);
  }

  /** For the caller. */
  Asking as(Call call) {
    return as(call, call.caller().token());
  }

  /** For whose token it is. */
  Asking as(Call call, String token) {
    Asking asking = of(call);
    asking.headers().set("Authorization", "Bearer " + token);
    return asking;
  }
}
