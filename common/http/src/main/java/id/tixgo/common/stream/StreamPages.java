package id.tixgo.common.stream;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;

/**
 * What a source tells, each part made once for all streams that are at the same place. For one turn
 * of an event loop.
 */
final class StreamPages {
  private final StreamSource source;
  private final Map<Long, StreamText> afterToText = new HashMap<>();

  StreamPages(StreamSource source) {
    this.source = requireNonNull(source);
  }

  StreamText after(long seq) {
    return afterToText.computeIfAbsent(seq, source::after);
  }
}
