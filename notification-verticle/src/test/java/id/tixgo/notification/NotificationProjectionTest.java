package id.tixgo.notification;

import id.tixgo.common.test.ProjectionContract;

class NotificationProjectionTest extends ProjectionContract {
  NotificationProjectionTest() {
    super(new NotificationDescriptor());
  }
}
