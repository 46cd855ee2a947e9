package id.tixgo.common.stream;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.Bus.Listening;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The open streams of one source and the listener on the bus that they share. */
final class StreamAudience {
  private final Set<LiveStream> streams = new HashSet<>();
  private final Listening listening;

  StreamAudience(Listening listening) {
    this.listening = requireNonNull(listening);
  }

  /** Completes when the stream will hear of everything. */
  Future<Void> join(LiveStream stream) {
    streams.add(stream);
    return listening.known();
  }

  /** Says whether it was the last one; nobody listens for an empty audience. */
  boolean leave(LiveStream stream) {
    streams.remove(stream);
    if (streams.isEmpty()) {
      listening.end();
    }
    return streams.isEmpty();
  }

  List<LiveStream> streams() {
    return List.copyOf(streams);
  }
}
