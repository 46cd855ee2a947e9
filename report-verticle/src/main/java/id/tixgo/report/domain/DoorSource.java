package id.tixgo.report.domain;

import id.tixgo.common.scope.RequestScope;
import io.vertx.core.Future;

/** Knows who has entered. */
public interface DoorSource {
  /** Of one event; nobody has entered one that it doesn't know. */
  Future<DoorCounts> doors(String eventId, RequestScope scope);
}
