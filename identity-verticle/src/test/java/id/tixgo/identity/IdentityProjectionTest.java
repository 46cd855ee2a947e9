package id.tixgo.identity;

import id.tixgo.common.test.ProjectionContract;

class IdentityProjectionTest extends ProjectionContract {
  IdentityProjectionTest() {
    super(new IdentityDescriptor());
  }
}
