package id.tixgo.report;

import id.tixgo.common.test.ProjectionContract;

class ReportProjectionTest extends ProjectionContract {
  ReportProjectionTest() {
    super(new ReportDescriptor());
  }
}
