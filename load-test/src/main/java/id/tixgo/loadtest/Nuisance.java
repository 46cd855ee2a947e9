package id.tixgo.loadtest;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that are a burden. Arguments: {@code slow|silent|gigabyte|headers URL COUNT SECONDS};
 * whoever is let go comes back at once. Prints {@code RESULT opened=… let_go=…}.
 */
public final class Nuisance {
  private static final int DRIP_MS = 200;
  private static final int BACK_MS = 20;
  private static final int OPENING = 200;
  private static final Buffer PIECE = Buffer.buffer(new byte[64 * 1024]);
  private static final Buffer HEADERS = Buffer.buffer("X-Flood: flood\r\n".repeat(1000));

  private final Vertx vertx;
  private final NetClient client;
  private final URI url;
  private final Kind kind;
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger letGo = new AtomicInteger();
  private volatile boolean isOver;

  private enum Kind {
    SLOW,
    SILENT,
    GIGABYTE,
    HEADERS
  }

  private Nuisance(Vertx vertx, Kind kind, URI url) {
    this.vertx = requireNonNull(vertx);
    this.kind = requireNonNull(kind);
    this.url = requireNonNull(url);
    this.client = vertx.createNetClient(new NetClientOptions().setReconnectAttempts(0));
  }

  public static void main(String[] arguments) throws InterruptedException {
    Vertx vertx =
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
    Kind kind = Kind.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    Nuisance nuisance = new Nuisance(vertx, kind, URI.create(arguments[1]));
    nuisance.begin(Integer.parseInt(arguments[2]));
    CountDownLatch never = new CountDownLatch(1);
    never.await(Integer.parseInt(arguments[3]), TimeUnit.SECONDS);
    nuisance.isOver = true;
    System.out.printf("RESULT opened=%d let_go=%d%n", nuisance.opened.get(), nuisance.letGo.get());
    Runtime.getRuntime().halt(0);
  }

  /** Not all in the same moment: a listening socket has room for so many. */
  private void begin(int count) {
    vertx.runOnContext(start -> begin(count, 0));
  }

  private void begin(int count, int begun) {
    int end = Math.min(count, begun + OPENING);
    for (int i = begun; i < end; i++) {
      connect();
    }
    if (end < count) {
      vertx.setTimer(BACK_MS, more -> begin(count, end));
    }
  }

  private void connect() {
    client
        .connect(url.getPort(), url.getHost())
        .onSuccess(this::opened)
        .onFailure(refused -> later());
  }

  private void later() {
    if (!isOver) {
      vertx.setTimer(BACK_MS, back -> connect());
    }
  }

  private void opened(NetSocket socket) {
    opened.incrementAndGet();
    socket.exceptionHandler(broken -> {});
    socket.closeHandler(
        closed -> {
          letGo.incrementAndGet();
          later();
        });
    switch (kind) {
      case SLOW -> drip(socket);
      case SILENT -> socket.handler(bytes -> {});
      case GIGABYTE -> pour(begun(socket), PIECE, 16 * 1024);
      case HEADERS -> pour(begun(socket), HEADERS, 1000);
    }
  }

  private NetSocket begun(NetSocket socket) {
    boolean body = kind == Kind.GIGABYTE;
    socket.write(
        "POST /checkins HTTP/1.1\r\nHost: x\r\n"
            + (body
                ? "Content-Type: application/json\r\nContent-Length: 1073741824\r\nAuthorization: Bearer "
                    + System.getenv("TOKEN")
                    + "\r\n\r\n"
                : ""));
    return socket;
  }

  private void drip(NetSocket socket) {
    socket.write("GET /health HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    vertx.setPeriodic(
        DRIP_MS, timer -> socket.write("x").onFailure(closed -> vertx.cancelTimer(timer)));
  }

  /** As fast as it is taken, as often as told. */
  private void pour(NetSocket socket, Buffer piece, int times) {
    if (times == 0) {
      socket.close();
    } else {
      socket.write(piece).onSuccess(taken -> pour(socket, piece, times - 1));
    }
  }
}
