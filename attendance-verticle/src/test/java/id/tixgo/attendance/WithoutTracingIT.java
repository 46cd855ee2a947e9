package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.trace.Spans;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** Where nobody wants traces, nobody pays for those who do. */
class WithoutTracingIT {
  @Test
  void nothingOfOpenTelemetryShouldBeLoadedWhenNoReceiverIsNamed() throws JMException {
    try (RunningSystem system =
        new RunningSystem(List.of("attendance"), Map.of("STORE", "memory"))) {
      system.service("attendance").get("/health").expect(200);
      assertTrue(isLoaded(Spans.class.getName()));
      assertFalse(isLoaded("io.opentelemetry.api.trace.Span"));
      assertFalse(isLoaded("io.opentelemetry.sdk.trace.SdkTracerProvider"));
    }
  }

  /** What the JVM itself says. */
  private static boolean isLoaded(String name) throws JMException {
    ObjectName diagnostics = new ObjectName("com.sun.management:type=DiagnosticCommand");
    return ManagementFactory.getPlatformMBeanServer()
        .invoke(
            diagnostics,
            "vmClassHierarchy",
            new Object[] {new String[] {name}},
            new String[] {String[].class.getName()})
        .toString()
        .contains(name);
  }
}
