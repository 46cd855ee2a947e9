package id.tixgo.wallet.http;

import id.tixgo.common.http.Call;

/** A number in a path; the contract lets no other in. */
final class PathNumber {
  private PathNumber() {}

  /** Of the thing that the operation is about. */
  static long id(Call call) {
    return of(call, "id");
  }

  static long of(Call call, String name) {
    return Long.parseLong(call.path(name));
  }
}
