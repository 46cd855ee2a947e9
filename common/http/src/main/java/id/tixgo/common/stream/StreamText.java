package id.tixgo.common.stream;

import static java.util.Objects.requireNonNull;

import io.vertx.core.buffer.Buffer;

/**
 * Events of a {@code text/event-stream}.
 *
 * @param last the number of the last one; a reader who comes back has read up to it
 */
public record StreamText(long last, Buffer text) {
  public StreamText {
    requireNonNull(text);
  }

  /** No event: a reader is where it was. */
  public static StreamText none(long seq) {
    return new StreamText(seq, Buffer.buffer());
  }

  /**
   * With one more event.
   *
   * @param data in one line
   */
  public StreamText with(String kind, long seq, Buffer data) {
    text.appendString("event: " + kind + "\nid: " + seq + "\ndata: ")
        .appendBuffer(data)
        .appendString("\n\n");
    return new StreamText(seq, text);
  }
}
