package id.tixgo.launcher.doctor;

import id.tixgo.common.service.Service.Address;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RawOrigin;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Ports that are free, ours, or somebody else's. */
class PortCheckTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final String READY = "{\"status\":\"ready\",\"service\":\"event-service\"}";

  private final String port = FreePort.next();
  private RawOrigin origin;

  @AfterAll
  static void stop() {
    RunningSystem.await(VERTX.close());
  }

  @Test
  void aFreePortShouldBeSaidSoAndStayFree() {
    for (int i = 0; i < 2; i++) {
      Findings.expect(Finding.Level.OK, event(), "EVENT_PORT: port " + port, " is free.");
    }
  }

  @Test
  void aPortThatItsServiceHasShouldBeFine() {
    says("200 OK", READY);
    Findings.expect(Finding.Level.OK, event(), "has event, which runs.");
  }

  @Test
  void aServiceThatIsNotReadyShouldBeNamedWithWhatItWants() {
    String checks = ",\"checks\":[{\"id\":\"store\",\"status\":\"DOWN\"},{\"id\":\"x\"}]}";
    says("503 Service Unavailable", READY.replace("}", checks));
    Findings.expect(Finding.Level.FAIL, event(), "isn't ready, for want of: store.");
  }

  @Test
  void anotherServiceOrProgramShouldBeTheSentenceOfTheStart() {
    for (String body : List.of(READY.replace("event", "portal"), "[1]", "<html>", "", "{}")) {
      says("200 OK", body);
      Findings.expect(
          Finding.Level.FAIL,
          event(),
          "EVENT_PORT: port " + port + " on 127.0.0.1 is in use by another program.",
          "\"lsof -i :" + port + "\"");
    }
  }

  @Test
  void aProgramThatSaysNothingShouldNotHoldUp() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      Address address =
          new Address(
              "management", "MANAGEMENT_PORT", "127.0.0.1", mute.getLocalPort(), false, false);
      PortCheck check =
          new PortCheck(address, /* needed= */ false, new Probe(1000, 50, Optional.empty()));
      Findings.expect(Finding.Level.WARN, check.look(), "MANAGEMENT_PORT", "No metrics");
    }
  }

  @Test
  void anAddressThatIsNotThisMachinesShouldBeNamed() {
    Address address =
        new Address("portal", "PORTAL_PORT", "192.0.2.1", Integer.parseInt(port), false, false);
    Findings.expect(
        Finding.Level.FAIL,
        new PortCheck(address, /* needed= */ true, new Probe(50, 50, Optional.empty())).look(),
        "PORTAL_PORT",
        "on 192.0.2.1 can't be listened at: ");
  }

  @Test
  void thePortOfMetricsShouldBeKnownByItsServices() {
    says("200 OK", "{\"status\":\"ok\",\"services\":[]}");
    Address address =
        new Address(
            "management", "MANAGEMENT_PORT", "127.0.0.1", Integer.parseInt(port), false, false);
    List<Finding> findings =
        new PortCheck(address, /* needed= */ true, Probe.patient(Optional.empty())).look();
    Findings.expect(Finding.Level.OK, findings, "has management, which runs.");
  }

  private List<Finding> event() {
    Address address =
        new Address("event", "EVENT_PORT", "127.0.0.1", Integer.parseInt(port), false, false);
    return new PortCheck(address, /* needed= */ true, Probe.patient(Optional.empty())).look();
  }

  private void says(String status, String body) {
    if (origin == null) {
      origin = RawOrigin.listen(VERTX, port);
    }
    origin.saysAndHangsUp(
        "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
  }
}
