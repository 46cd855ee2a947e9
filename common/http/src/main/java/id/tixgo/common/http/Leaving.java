package id.tixgo.common.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says with each answer, for a moment before a server closes, that it leaves: what a client sends
 * on a connection that closes at the same time would be lost. Clients take no such connection
 * again; a gateway sends nothing more until the service is back (docs/adr/025). Streams, which have
 * no end of their own, end when it begins. One for each server, of its event loop.
 */
public final class Leaving implements Handler<RoutingContext> {
  /** In an answer of a service that stops. */
  public static final String HEADER = "X-Leaving";

  /** For how long it is said. */
  public static final int MOMENT_MS = 400;

  private static final String KEY = "leaving";

  private final Set<Runnable> ends = new LinkedHashSet<>();
  private boolean begun;

  /** That of the server whose verticle asks; one that never begins where there is none. */
  public static Leaving of(Vertx vertx) {
    return Optional.ofNullable(vertx.getOrCreateContext().<Leaving>get(KEY))
        .orElseGet(Leaving::new);
  }

  /** For the verticle that asks. */
  static Leaving make(Vertx vertx) {
    Leaving leaving = new Leaving();
    vertx.getOrCreateContext().put(KEY, leaving);
    return leaving;
  }

  /**
   * Ends something when the server leaves; at once when it does already.
   *
   * @param end does nothing where it has ended
   * @return forgets it
   */
  public Runnable onBegin(Runnable end) {
    if (begun) {
      end.run();
    } else {
      ends.add(end);
    }
    return () -> ends.remove(end);
  }

  @Override
  public void handle(RoutingContext context) {
    if (begun) {
      context.response().putHeader(HEADER, "1");
      if (context.request().version() == HttpVersion.HTTP_1_1) {
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      }
    }
    context.next();
  }

  void begin() {
    begun = true;
    List.copyOf(ends).forEach(Runnable::run);
    ends.clear();
  }
}
