package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses a request whose chunks can't be read: 400, and its connection ends. Vert.x would close it
 * without a byte, before any answer could be written; so that such a chunk must not reach it. One
 * for each connection.
 */
final class UnreadableBody extends ChannelInboundHandlerAdapter {
  private static final AttributeKey<UnreadableBody> KEY =
      AttributeKey.valueOf(UnreadableBody.class.getName());

  /** Of the last request whose head was read: only its body can be the one that broke. */
  private HttpHeaders lastHead;

  private RoutingContext begun;
  private Context loop;
  private boolean broken;

  private UnreadableBody() {}

  /** To be called for each new connection; HTTP/2 has no chunks. */
  static void watch(HttpConnection connection) {
    ChannelHandlerContext vertx = ((ConnectionBase) connection).channelHandlerContext();
    if (vertx.pipeline().get(HttpRequestDecoder.class) == null) {
      return;
    }
    UnreadableBody body = new UnreadableBody();
    vertx.channel().attr(KEY).set(body);
    vertx.pipeline().addBefore(vertx.name(), UnreadableBody.class.getName(), body);
  }

  /** To be called for each request. */
  static Handler<RoutingContext> check() {
    return context -> {
      boolean chunked = context.request().version() != HttpVersion.HTTP_2;
      if (chunked && Headers.contentLength(context.request()) < 0) {
        of(context).begin(context);
      }
      if (!context.response().ended()) {
        context.next();
      }
    };
  }

  @Override
  public void channelRead(ChannelHandlerContext netty, Object message) {
    if (message instanceof HttpRequest head) {
      lastHead = head.headers();
    } else if (message instanceof HttpContent chunk && chunk.decoderResult().isFailure()) {
      ReferenceCountUtil.release(message);
      broken = true;
      refuseSoon();
      return;
    }
    netty.fireChannelRead(message);
  }

  private static UnreadableBody of(RoutingContext context) {
    Channel channel = ((ConnectionBase) context.request().connection()).channel();
    return requireNonNull(channel.attr(KEY).get());
  }

  private void begin(RoutingContext context) {
    begun = context;
    loop = Vertx.currentContext();
    if (isOfTheBroken()) {
      refuse();
    }
  }

  private void refuseSoon() {
    if (isOfTheBroken()) {
      loop.runOnContext(turn -> refuse());
    }
  }

  private boolean isOfTheBroken() {
    return broken && begun != null && begun.request().headers() == lastHead;
  }

  private void refuse() {
    if (begun.response().headWritten()) {
      begun.request().connection().close();
    } else {
      ProblemWriter.write(begun, UnreadableRequest.problem("The body's chunks can't be read."));
    }
  }
}
