package id.tixgo.loadtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.loadtest.Rush.Hardware;
import id.tixgo.loadtest.SimulatedSale.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatedSaleTest {
  private static final Costs COSTS = Costs.from(Map.of());
  private static final Hardware MACHINE = new Hardware(2, 1_000, 16_384, 1);

  @Test
  void placesShouldAllBeHeldAndNoMoreBePaidWhenMoreWantThem() {
    Outcome outcome = run(2_000, 1_000, 0);
    assertTrue(outcome.allHeld() > 0);
    assertTrue(outcome.sold() > 850 && outcome.sold() <= 1_000, "sold " + outcome.sold());
  }

  /** The last of 2,000 is let in after 199 of the room's steps of a second. */
  @Test
  void roomShouldLetInSoManyASecondWhenMoreWaitInIt() {
    assertEquals(199, run(2_000, 2_000, 10).longestInRoom(), 1);
  }

  @Test
  void placesShouldBeLeftWhenFewWantThem() {
    Outcome outcome = run(100, 1_000, 0);
    assertEquals(0, outcome.allHeld());
    assertTrue(outcome.sold() <= 100);
  }

  private static Outcome run(int readers, int places, int admitted) {
    return new SimulatedSale(new Rush("test", readers, 0, places, MACHINE, admitted, COSTS))
        .run()
        .outcome();
  }
}
