package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.tixgo.common.config.ForwardingProof;
import id.tixgo.common.config.ServiceToken;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import io.vertx.core.Future;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many may connect from one address: this machine's own in its network, where it has one. */
class ConnectionsPerAddressIT {
  private static final int MOST = 8;
  private static final int MORE = 12;

  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicBoolean answered = new AtomicBoolean();
  private RunningSystem system;
  private NetClient client;
  private String address;

  @BeforeEach
  void start() throws SocketException {
    Optional<String> own = ownAddress();
    assumeTrue(own.isPresent(), "no address but the loopback's");
    address = own.orElseThrow();
    system =
        new RunningSystem(
            List.of("identity", "event"),
            Map.of(
                "BIND_HOST",
                "0.0.0.0",
                "INTERNAL_HOST",
                "0.0.0.0",
                "HEADER_TIMEOUT_MS",
                "60000",
                "MAX_CONNECTIONS_PER_ADDRESS",
                String.valueOf(MOST)));
    client = system.vertx().createNetClient();
  }

  @AfterEach
  void stop() {
    if (system != null) {
      system.close();
    }
  }

  @Test
  void whoComesWithTooManyOthersShouldBeLetGo() {
    connect(system.identity());
    Eventually.await("the others are let go", () -> ended.get() == MORE - MOST);
  }

  @Test
  void servicesOfTheHouseShouldNotBeCountedWhereTheWorldConnects() {
    String proof = ForwardingProof.of(new ServiceToken(RunningSystem.SERVICE_TOKEN)).text();
    ask(ForwardingProof.HEADER + ": " + proof);
    connect(system.identity());
    ask("X: y");
    assertEquals(0, ended.get());
  }

  @Test
  void whoClaimsToBeOfTheHouseShouldBeCounted() {
    ask(ForwardingProof.HEADER + ": of the house");
    connect(system.identity());
    Eventually.await("the others are let go", () -> ended.get() >= MORE - MOST);
  }

  @Test
  void nobodyShouldBeCountedInside() {
    List<NetSocket> all = connect(system.event());
    all.get(MORE - 1).write(Wire.head("GET /health HTTP/1.1", "Host: x"));
    Eventually.await("it is answered", answered::get);
    assertEquals(0, ended.get());
  }

  private void ask(String header) {
    NetSocket asking = connect(system.identity(), 1).get(0);
    answered.set(false);
    asking.write(Wire.head("GET /health HTTP/1.1", "Host: x", header));
    Eventually.await("it is answered", answered::get);
  }

  private List<NetSocket> connect(ServiceApi service) {
    return connect(service, MORE);
  }

  private List<NetSocket> connect(ServiceApi service, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> RunningSystem.await(connected(service)))
        .toList();
  }

  /** Watched on its event loop, before it can be ended. */
  private Future<NetSocket> connected(ServiceApi service) {
    return client.connect(service.port(), address).map(this::watched);
  }

  private NetSocket watched(NetSocket socket) {
    socket.handler(bytes -> answered.set(true));
    return socket.closeHandler(closed -> ended.incrementAndGet());
  }

  private static Optional<String> ownAddress() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(own -> own instanceof Inet4Address && !own.isLoopbackAddress())
        .map(InetAddress::getHostAddress)
        .findFirst();
  }
}
