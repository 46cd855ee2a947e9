package id.tixgo.common.test;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports that nobody listens at, each given once in this JVM, and below those that the system gives
 * to outgoing connections: what is free here is still free when a service starts, but for a test of
 * another JVM, which begins elsewhere.
 */
public final class FreePort {
  private static final int COUNT = 10_000;

  /** JVMs of the same build have ranges of their own. */
  private static final int FIRST =
      12_000 + Integer.getInteger("surefire.forkNumber", 1) % 2 * COUNT;

  private static final AtomicInteger GIVEN =
      new AtomicInteger((int) (ProcessHandle.current().pid() * 7919 % COUNT));

  private FreePort() {}

  public static String next() {
    int port;
    do {
      port = FIRST + GIVEN.getAndIncrement() % COUNT;
    } while (!isFree(port));
    return String.valueOf(port);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
