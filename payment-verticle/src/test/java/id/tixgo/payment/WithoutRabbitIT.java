package id.tixgo.payment;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.store.feed.ServiceFeed;
import id.tixgo.common.test.LoadedClasses;
import id.tixgo.common.test.RunningSystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A place without a broker pays nothing for those that have one. */
class WithoutRabbitIT {
  @Test
  void nothingOfItsClientShouldBeLoadedWhenNoBrokerIsNamed() {
    try (RunningSystem system = new RunningSystem(List.of("payment"), Map.of("STORE", "memory"))) {
      system.service("payment").get("/health").expect(200);
      assertTrue(LoadedClasses.contain(ServiceFeed.class.getName()));
      assertFalse(LoadedClasses.contain("com.rabbitmq.client.ConnectionFactory"));
    }
  }
}
