package id.tixgo.ticketing.store;

import io.vertx.core.shareddata.Shareable;
import java.util.ArrayList;
import java.util.List;

/** Ids in the order in which they came. */
record Ids(List<String> all) implements Shareable {
  static final Ids NONE = new Ids(List.of());

  Ids {
    all = List.copyOf(all);
  }

  Ids with(String id) {
    List<String> more = new ArrayList<>(without(id).all);
    more.add(id);
    return new Ids(more);
  }

  Ids without(String id) {
    return new Ids(all.stream().filter(other -> !other.equals(id)).toList());
  }
}
