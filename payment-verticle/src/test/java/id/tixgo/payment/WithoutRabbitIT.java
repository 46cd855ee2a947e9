package id.tixgo.payment;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.store.feed.ServiceFeed;
import id.tixgo.common.test.RunningSystem;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** A place without a broker pays nothing for those that have one. */
class WithoutRabbitIT {
  @Test
  void nothingOfItsClientShouldBeLoadedWhenNoBrokerIsNamed() throws JMException {
    try (RunningSystem system = new RunningSystem(List.of("payment"), Map.of("STORE", "memory"))) {
      system.service("payment").get("/health").expect(200);
      assertTrue(isLoaded(ServiceFeed.class.getName()));
      assertFalse(isLoaded("com.rabbitmq.client.ConnectionFactory"));
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
