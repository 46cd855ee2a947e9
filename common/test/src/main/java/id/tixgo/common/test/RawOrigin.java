package id.tixgo.common.test;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A neighbour that says the same bytes to whatever it hears, maybe hangs up then, and remembers
 * what it heard. All in ISO 8859-1.
 */
public final class RawOrigin {
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final Set<NetSocket> served = ConcurrentHashMap.newKeySet();
  private volatile String answer = "";
  private volatile boolean hangsUp;
  private volatile boolean once;

  private RawOrigin() {}

  public static RawOrigin listen(Vertx vertx, String port) {
    RawOrigin origin = new RawOrigin();
    RunningSystem.await(
        vertx
            .createNetServer()
            .connectHandler(socket -> socket.handler(data -> origin.hear(socket, data)))
            .listen(Integer.parseInt(port), "127.0.0.1"));
    return origin;
  }

  /** From now on. */
  public void says(String answer) {
    this.answer = answer;
    this.hangsUp = false;
    this.once = false;
    served.clear();
  }

  public void saysAndHangsUp(String answer) {
    says(answer);
    this.hangsUp = true;
  }

  /** Where it has said nothing like this yet: a connection gets one such answer and no other. */
  public void saysOnce(String answer) {
    this.answer = answer;
    this.once = true;
  }

  /** All that it heard, in lower case. */
  public String heard() {
    return String.join("", heard).toLowerCase(Locale.ROOT);
  }

  private void hear(NetSocket socket, Buffer data) {
    heard.add(data.toString("ISO-8859-1"));
    if (once && !served.add(socket)) {
      return;
    }
    socket.write(Buffer.buffer(answer, "ISO-8859-1"));
    if (hangsUp) {
      socket.end();
    }
  }
}
