package id.tixgo.payment.domain;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.scope.RequestScope;
import io.vertx.core.Future;

/** The services that sell. */
public interface Offers {
  /**
   * What can be paid for now, as the caller may see it. Fails with {@code NOT_FOUND}, {@code
   * NOT_PAYABLE}, {@code NOTHING_TO_PAY}, {@code NOT_CONFIGURED}.
   */
  Future<Offer> find(ServiceType type, String serviceId, Caller caller, RequestScope scope);
}
