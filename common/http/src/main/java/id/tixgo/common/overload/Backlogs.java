package id.tixgo.common.overload;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;

/** The backlogs of one JVM's services; those of a service look at its own. */
public final class Backlogs {
  private Backlogs() {}

  private record Shared(Backlog backlog) implements Shareable {}

  public static void put(Vertx vertx, String service, Backlog backlog) {
    all(vertx).put(requireNonNull(service), new Shared(requireNonNull(backlog)));
  }

  /** That of a service; empty until it has one, and for ever where it keeps nothing. */
  static Backlog of(Vertx vertx, String service) {
    Shared known = all(vertx).get(service);
    return known == null ? Backlog.NONE : known.backlog();
  }

  private static LocalMap<String, Shared> all(Vertx vertx) {
    return vertx.sharedData().getLocalMap("overload.backlogs");
  }
}
