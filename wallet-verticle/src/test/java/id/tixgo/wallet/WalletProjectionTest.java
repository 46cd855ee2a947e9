package id.tixgo.wallet;

import id.tixgo.common.test.ProjectionContract;

class WalletProjectionTest extends ProjectionContract {
  WalletProjectionTest() {
    super(new WalletDescriptor());
  }
}
