package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.management.Management;
import id.tixgo.common.service.Service;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The port for the operator: wanted, taken, or not wanted. */
class ManagementPortTest {
  @ParameterizedTest
  @ValueSource(strings = {"off", "0"})
  void noPortShouldBeOpenedWhereNoneIsWanted(String value) {
    assertEquals(Optional.empty(), management(Map.of("MANAGEMENT_PORT", value)));
  }

  @Test
  void nonsenseShouldBeNamed() {
    String sentence =
        assertThrows(
                ConfigException.class, () -> management(Map.of("MANAGEMENT_PORT", "everywhere")))
            .getMessage();
    assertTrue(sentence.startsWith("MANAGEMENT_PORT"), sentence);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTakenPortThatWasNamedShouldStopTheStart(boolean nativeTransport) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      Management named = management(Map.of("MANAGEMENT_PORT", port)).orElseThrow();
      Throwable failure = assertThrows(Throwable.class, () -> deploy(named, nativeTransport));
      assertTrue(Service.Address.isTaken(failure), failure.toString());
    }
  }

  /** Whoever has it: another program, or the first of two. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTakenDefaultShouldKeepNoServiceFromStarting(boolean nativeTransport) {
    Management unnamed = management(Map.of()).orElseThrow();
    Vertx first = Vertx.vertx();
    try {
      RunningSystem.await(unnamed.deploy(first, 1));
      deploy(unnamed, nativeTransport);
    } finally {
      RunningSystem.await(first.close());
    }
  }

  private static Optional<Management> management(Map<String, String> settings) {
    return Management.of(new Env(settings), List.of());
  }

  private static void deploy(Management management, boolean nativeTransport) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(nativeTransport));
    try {
      RunningSystem.await(management.deploy(vertx, 1));
    } finally {
      RunningSystem.await(vertx.close());
    }
  }
}
