package id.tixgo.common.http;

import io.vertx.core.Future;

/** Answers one operation of a contract. The call is authenticated, authorized and valid by then. */
@FunctionalInterface
public interface Endpoint {
  Future<Reply> handle(Call call);
}
