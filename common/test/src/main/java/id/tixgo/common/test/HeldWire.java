package id.tixgo.common.test;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way to a server of this machine on which answers can get lost: what is sent arrives, what comes
 * back doesn't, until the wire is cut.
 */
public final class HeldWire {
  private final NetClient client;
  private final int server;
  private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
  private final Set<NetSocket> held = ConcurrentHashMap.newKeySet();

  private HeldWire(Vertx vertx, int server) {
    this.client = vertx.createNetClient();
    this.server = server;
  }

  /** Begins at a port and leads to another. */
  public static HeldWire lead(Vertx vertx, String from, int to) {
    HeldWire wire = new HeldWire(vertx, to);
    RunningSystem.await(
        vertx
            .createNetServer()
            .connectHandler(wire::connect)
            .listen(Integer.parseInt(from), "127.0.0.1"));
    return wire;
  }

  /** On the connections that there are no answer arrives any more. */
  public void hold() {
    held.addAll(open);
  }

  /** Ends all connections. */
  public void cut() {
    open.forEach(NetSocket::close);
  }

  private void connect(NetSocket near) {
    near.pause();
    client
        .connect(server, "127.0.0.1")
        .onSuccess(far -> join(near, far))
        .onFailure(away -> near.close());
  }

  private void join(NetSocket near, NetSocket far) {
    open.add(near);
    near.handler(far::write);
    far.handler(data -> answer(near, data));
    near.closeHandler(closed -> far.close());
    far.closeHandler(closed -> end(near));
    near.resume();
  }

  private void answer(NetSocket near, Buffer data) {
    if (!held.contains(near)) {
      near.write(data);
    }
  }

  private void end(NetSocket near) {
    open.remove(near);
    near.close();
  }
}
