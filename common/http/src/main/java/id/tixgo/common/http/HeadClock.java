package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.function.Consumer;

/**
 * Since when a connection owes the rest of a request's head: from its beginning on, and from the
 * first byte after each request. Stands before the decoder, and {@link Heads} behind it, which
 * shows the connection's first request.
 */
final class HeadClock extends ChannelInboundHandlerAdapter {
  private static final long NOTHING_OWED = 0;

  private final Consumer<HttpRequest> first;
  private long since = now();
  private boolean inRequest;
  private boolean hasAsked;

  HeadClock(Consumer<HttpRequest> first) {
    this.first = requireNonNull(first);
  }

  /** Whether it has ever sent a whole head. */
  boolean hasAsked() {
    return hasAsked;
  }

  boolean isLate(long longestNanos) {
    return since != NOTHING_OWED && now() - since > longestNanos;
  }

  @Override
  public void channelRead(ChannelHandlerContext netty, Object bytes) {
    if (!inRequest && since == NOTHING_OWED) {
      since = now();
    }
    netty.fireChannelRead(bytes);
  }

  /** Never what stands for nothing. */
  private static long now() {
    return System.nanoTime() | 1;
  }

  /** Sees what the decoder made of the bytes. */
  final class Heads extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext netty, Object message) {
      if (message instanceof HttpRequest head) {
        since = NOTHING_OWED;
        inRequest = true;
        if (!hasAsked) {
          hasAsked = true;
          first.accept(head);
        }
      }
      if (message instanceof LastHttpContent) {
        inRequest = false;
      }
      netty.fireChannelRead(message);
    }
  }
}
