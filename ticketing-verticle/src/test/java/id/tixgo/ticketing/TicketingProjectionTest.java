package id.tixgo.ticketing;

import id.tixgo.common.test.ProjectionContract;

class TicketingProjectionTest extends ProjectionContract {
  TicketingProjectionTest() {
    super(new TicketingDescriptor());
  }
}
