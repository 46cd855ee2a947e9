package id.tixgo.attendance;

import id.tixgo.common.test.ProjectionContract;

class AttendanceProjectionTest extends ProjectionContract {
  AttendanceProjectionTest() {
    super(new AttendanceDescriptor());
  }
}
