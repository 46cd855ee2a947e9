package id.tixgo.launcher.doctor;

import id.tixgo.common.config.Env;
import id.tixgo.common.http.HttpDate;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RawOrigin;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Neighbours that answer, don't, aren't who they should be, or live in another time. */
class NeighbourCheckTest {
  private static final Vertx VERTX = Vertx.vertx();

  private final String port = FreePort.next();

  @AfterAll
  static void stop() {
    RunningSystem.await(VERTX.close());
  }

  @Test
  void aNeighbourOfAnotherTimeShouldBeToldByItsDate() {
    answer("identity", Instant.now().plusSeconds(600));
    List<Finding> findings = look("http://127.0.0.1:" + port);
    Findings.expect(Finding.Level.OK, findings.get(0), "identity answers at http://127.0.0.1:");
    Findings.expect(Finding.Level.FAIL, findings.get(1), "The clock of identity is ", " s ahead");
  }

  @Test
  void whoIsNotMeantShouldBeNamed() {
    answer("event", Instant.now());
    Findings.expect(
        Finding.Level.FAIL, look("http://127.0.0.1:" + port), " answers event, not identity.");
  }

  @Test
  void whoDoesNotAnswerShouldBeAWarningSinceItMayNotBeStartedYet() {
    Findings.expect(
        Finding.Level.WARN,
        look("http://127.0.0.1:" + port),
        "IDENTITY_BASE_URL: identity doesn't");
  }

  @Test
  void anAddressThatCanNotBeReadShouldHaveItsSentence() {
    Findings.expect(
        Finding.Level.FAIL, look("nowhere"), "IDENTITY_BASE_URL must be an address like http://");
  }

  @ParameterizedTest
  @CsvSource({"0, OK", "1900, OK", "-1900, OK", "2600, WARN", "-5000, WARN", "5600, FAIL"})
  void clocksShouldDifferBySecondsAtMost(long aheadMs, Finding.Level level) {
    Findings.expect(level, check("").clock(Duration.ofMillis(aheadMs)), "The clock of identity");
  }

  private void answer(String service, Instant date) {
    String body = "{\"status\":\"ready\",\"service\":\"" + service + "-service\"}";
    RawOrigin.listen(VERTX, port)
        .saysAndHangsUp(
            "HTTP/1.1 200 OK\r\nDate: "
                + HttpDate.of(date)
                + "\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body);
  }

  private static List<Finding> look(String address) {
    return check(address).look();
  }

  private static NeighbourCheck check(String address) {
    Env env = new Env(Map.of("IDENTITY_BASE_URL", address));
    return new NeighbourCheck(
        "identity", () -> env.neighbour("IDENTITY", 1), Probe.patient(Optional.empty()));
  }
}
