package id.tixgo.common.stream;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.Bus.Listening;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Leaving;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The open {@code text/event-stream}s of a service. The bus says that something happened; what it
 * was comes from the source, so that nothing is missed and nothing comes twice. For one event loop.
 */
public final class LiveStreams {
  private static final long HEARTBEAT_MS = 15_000;

  private final Vertx vertx;
  private final Function<String, StreamSource> sources;
  private final Doorbell doorbell;
  private final Map<String, StreamAudience> keyToAudience = new HashMap<>();

  /** Tells that more has happened. */
  @FunctionalInterface
  public interface Doorbell {
    /**
     * Listens until it is ended.
     *
     * @param key of the source
     * @param more to be called on the event loop that listens
     */
    Listening listen(String key, Runnable more);
  }

  /**
   * @param sources what is told, by keys of the service's own
   */
  public LiveStreams(Vertx vertx, Function<String, StreamSource> sources, Doorbell doorbell) {
    this.vertx = requireNonNull(vertx);
    this.sources = requireNonNull(sources);
    this.doorbell = requireNonNull(doorbell);
    vertx.setPeriodic(HEARTBEAT_MS, tick -> all().forEach(LiveStreams::heartbeat));
  }

  /**
   * Tells a client of a source until it goes; it may say by {@code Last-Event-ID} how far it has
   * read. Completes at the end, which comes when the server leaves, too.
   *
   * @param welcome whether the client may still hear of everything; asked now and then
   */
  public Future<?> open(
      String key, Call call, HttpServerResponse response, Supplier<Future<Boolean>> welcome) {
    response.putHeader("Content-Type", "text/event-stream");
    response.putHeader("Cache-Control", "no-store");
    if (call.request().method().equals(HttpMethod.HEAD)) {
      return response.end();
    }
    LiveStream stream = new LiveStream(sources.apply(key), response.setChunked(true), welcome);
    stream.begin(call.header("Last-Event-ID").map(LiveStreams::seq));
    Runnable forget = Leaving.of(vertx).onBegin(stream::end);
    return keyToAudience
        .computeIfAbsent(key, this::listen)
        .join(stream)
        .onSuccess(known -> stream.catchUp(new StreamPages(sources.apply(key))))
        .compose(known -> stream.ended())
        .onComplete(ended -> forget.run())
        .onComplete(ended -> leave(key, stream));
  }

  /** Ends those whose clients are welcome no more. */
  public void check() {
    all().forEach(LiveStream::check);
  }

  /** One listener a source, however many streams. */
  private StreamAudience listen(String key) {
    return new StreamAudience(doorbell.listen(key, () -> tell(key)));
  }

  /** A stream that opens from now on has a listener of its own. */
  private void leave(String key, LiveStream stream) {
    if (keyToAudience.get(key).leave(stream)) {
      keyToAudience.remove(key);
    }
  }

  /** Nobody may be there any more: a listener that ends may hear of one thing more. */
  private void tell(String key) {
    StreamPages pages = new StreamPages(sources.apply(key));
    Optional.ofNullable(keyToAudience.get(key))
        .ifPresent(audience -> audience.streams().forEach(stream -> stream.catchUp(pages)));
  }

  private static void heartbeat(LiveStream stream) {
    stream.beat();
    stream.check();
  }

  private List<LiveStream> all() {
    return keyToAudience.values().stream().flatMap(a -> a.streams().stream()).toList();
  }

  /** Whoever says nonsense has read nothing. */
  private static long seq(String text) {
    try {
      return Math.max(0, Long.parseLong(text));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
