package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.tixgo.common.service.SampleRequest;
import id.tixgo.common.service.ServiceDescriptor;
import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A start is trained with what each service calls a usual day: none is refused, though its event
 * may be unknown.
 */
class SampleRequestsIT {
  private static RunningSystem system;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @TestFactory
  Stream<DynamicTest> samples() {
    List<DynamicTest> tests =
        ServiceDescriptors.all().stream().flatMap(SampleRequestsIT::testsOf).toList();
    assertFalse(tests.isEmpty());
    return tests.stream();
  }

  private static Stream<DynamicTest> testsOf(ServiceDescriptor service) {
    return service.samples().stream()
        .map(
            sample ->
                dynamicTest(
                    service.name() + " " + sample.method() + " " + sample.uri(),
                    () -> shouldBeTaken(service, sample)));
  }

  private static void shouldBeTaken(ServiceDescriptor service, SampleRequest sample) {
    String body = sample.body().isEmpty() ? "" : sample.body().encode();
    ServiceApi api = system.service(service.name()).as(system.adminToken());
    ServiceApi asJson = body.isEmpty() ? api : api.with("Content-Type", "application/json");
    Answer answer = asJson.send(sample.method().name(), sample.uri(), body);
    assertTrue(answer.status() / 100 == 2 || answer.status() == 404, answer.body());
  }
}
