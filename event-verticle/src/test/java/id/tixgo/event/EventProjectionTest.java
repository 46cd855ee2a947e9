package id.tixgo.event;

import id.tixgo.common.test.ProjectionContract;

class EventProjectionTest extends ProjectionContract {
  EventProjectionTest() {
    super(new EventDescriptor());
  }
}
