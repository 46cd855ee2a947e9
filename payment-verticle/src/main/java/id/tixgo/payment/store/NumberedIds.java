package id.tixgo.payment.store;

import io.vertx.core.shareddata.Shareable;
import java.util.List;
import java.util.stream.Stream;

/** Numbers of things that belong to another, in the order in which they came. */
record NumberedIds(List<Long> all) implements Shareable {
  static final NumberedIds NONE = new NumberedIds(List.of());

  NumberedIds {
    all = List.copyOf(all);
  }

  NumberedIds with(long id) {
    return all.contains(id)
        ? this
        : new NumberedIds(Stream.concat(all.stream(), Stream.of(id)).toList());
  }
}
