package id.tixgo.launcher;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A neighbour that says the same bytes to whatever it hears, maybe hangs up then, and remembers
 * what it heard. All in ISO 8859-1.
 */
final class RawOrigin {
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private volatile String answer = "";
  private volatile boolean hangsUp;

  private RawOrigin() {}

  static RawOrigin listen(Vertx vertx, String port) {
    RawOrigin origin = new RawOrigin();
    RunningSystem.await(
        vertx
            .createNetServer()
            .connectHandler(socket -> socket.handler(data -> origin.hear(socket, data)))
            .listen(Integer.parseInt(port), "127.0.0.1"));
    return origin;
  }

  /** From now on. */
  void says(String answer) {
    this.answer = answer;
    this.hangsUp = false;
  }

  void saysAndHangsUp(String answer) {
    this.answer = answer;
    this.hangsUp = true;
  }

  /** All that it heard, in lower case. */
  String heard() {
    return String.join("", heard).toLowerCase(Locale.ROOT);
  }

  private void hear(NetSocket socket, Buffer data) {
    heard.add(data.toString("ISO-8859-1"));
    socket.write(Buffer.buffer(answer, "ISO-8859-1"));
    if (hangsUp) {
      socket.end();
    }
  }
}
