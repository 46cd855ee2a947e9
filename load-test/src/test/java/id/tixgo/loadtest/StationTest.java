package id.tixgo.loadtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Waits that textbooks of queueing give for random arrivals, held against the station's. */
class StationTest {
  private static final int ARRIVALS = 1_000_000;
  private static final double BUSY = 0.8;

  private final Random random = new Random(7);

  @Test
  void waitShouldBePollaczekAndKhinchinesWhenServiceIsConstant() {
    assertWait(BUSY / (2 * (1 - BUSY)), 1, () -> 1);
  }

  @Test
  void waitShouldBeTheMarkovQueuesWhenServiceVaries() {
    assertWait(BUSY / (1 - BUSY), 1, this::exponential);
  }

  /** Erlang's C of two servers at 0.8 each is 0.7111, the wait that over what is left of them. */
  @Test
  void waitShouldBeErlangsWhenThereAreTwoServers() {
    assertWait(0.7111 / (2 - 2 * BUSY), 2, this::exponential);
  }

  private void assertWait(double expected, int servers, DoubleSupplier service) {
    Station station = new Station(servers);
    double now = 0;
    double waited = 0;
    for (int i = 0; i < ARRIVALS; i++) {
      now += exponential() / (BUSY * servers);
      double seconds = service.getAsDouble();
      waited += station.serve(now, seconds) - now - seconds;
    }
    assertEquals(expected, waited / ARRIVALS, 0.05 * expected);
  }

  private double exponential() {
    return -Math.log(1 - random.nextDouble());
  }
}
