package id.tixgo.common.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Debian's RabbitMQ as processes of a test: on free ports of this machine alone, with all that it
 * writes in a folder of its own, so that it needs no service and no root. It can die, and come back
 * with what it had stored.
 */
public final class RabbitBroker implements AutoCloseable {
  private static final Path SERVER = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");
  private static final Path CONTROL = SERVER.resolveSibling("rabbitmqctl");

  /** A cold start on a busy machine takes a quarter of it. */
  private static final long LONGEST_START_NS = Duration.ofSeconds(90).toNanos();

  private static final long BETWEEN_LOOKS_NS = Duration.ofMillis(50).toNanos();

  private final Path folder = RunningSystem.newFolder();
  private final String port = FreePort.next();
  private final String tlsPort = FreePort.next();
  private final String names = FreePort.next();
  private final String nodes = FreePort.next();
  private final OwnSigned certificate = OwnSigned.in(folder);
  private final Process nameServer;
  private Process server;

  /** Starts it; {@link #await} says when it is there. */
  public RabbitBroker() {
    write("plugins", "[].");
    write("broker.config", settings());
    nameServer = run("epmd", "-port", names, "-address", "127.0.0.1");
    start();
  }

  /** Whether it is installed, or {@code -Drabbit.required} says that it must be. */
  public static boolean isExpected() {
    return Files.isExecutable(SERVER) || Boolean.getBoolean("rabbit.required");
  }

  /** Starts it again, with what it had stored. */
  public void start() {
    server = run(SERVER.toString());
  }

  /** Returns once it listens. */
  public void await() {
    long end = System.nanoTime() + LONGEST_START_NS;
    while (!listens()) {
      if (System.nanoTime() > end || !server.isAlive()) {
        throw new AssertionError("the broker doesn't listen: " + log());
      }
      LockSupport.parkNanos(BETWEEN_LOOKS_NS);
    }
  }

  /**
   * Has it write to its disk which queues and bindings there are. A binding that it has just
   * confirmed may only be in its memory: without this a kill soon after loses it for good.
   */
  public void storeBindings() {
    int status = run(CONTROL.toString(), "eval", "mnesia:sync_log().").onExit().join().exitValue();
    if (status != 0) {
      throw new AssertionError("its bindings aren't stored: " + log());
    }
  }

  /** SIGKILL to all of it; returns when nothing is left. */
  public void kill() {
    List<ProcessHandle> all =
        Stream.concat(server.descendants(), Stream.of(server.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  public int port() {
    return Integer.parseInt(port);
  }

  public int tlsPort() {
    return Integer.parseInt(tlsPort);
  }

  /** What a JVM must trust to believe the broker: flags for its command line. */
  public String trustFlags() {
    return certificate.trustFlags();
  }

  @Override
  public void close() {
    kill();
    nameServer.destroyForcibly();
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), tlsPort())) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private String settings() {
    return """
    [{rabbit, [
      {tcp_listeners, [{"127.0.0.1", %s}]},
      {ssl_listeners, [{"127.0.0.1", %s}]},
      {ssl_options, [{certfile, "%s"}, {keyfile, "%s"}, {verify, verify_none}]}]}].
    """
        .formatted(port, tlsPort, certificate.certificate(), certificate.key());
  }

  private Process run(String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output.log").toFile()));
    builder.environment().putAll(environment());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** HOME has the cookie by which its parts know each other. */
  private Map<String, String> environment() {
    return Map.of(
        "HOME",
        folder.toString(),
        "ERL_EPMD_PORT",
        names,
        "ERL_EPMD_ADDRESS",
        "127.0.0.1",
        "RABBITMQ_NODENAME",
        "tixgo" + port + "@localhost",
        "RABBITMQ_DIST_PORT",
        nodes,
        "RABBITMQ_MNESIA_BASE",
        folder.resolve("stored").toString(),
        "RABBITMQ_LOG_BASE",
        folder.resolve("log").toString(),
        "RABBITMQ_ADVANCED_CONFIG_FILE",
        folder.resolve("broker.config").toString(),
        "RABBITMQ_ENABLED_PLUGINS_FILE",
        folder.resolve("plugins").toString(),
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
        "-kernel inet_dist_use_interface {127,0,0,1}");
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("output.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
