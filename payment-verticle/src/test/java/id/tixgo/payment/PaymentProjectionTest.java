package id.tixgo.payment;

import id.tixgo.common.test.ProjectionContract;

class PaymentProjectionTest extends ProjectionContract {
  PaymentProjectionTest() {
    super(new PaymentDescriptor());
  }
}
