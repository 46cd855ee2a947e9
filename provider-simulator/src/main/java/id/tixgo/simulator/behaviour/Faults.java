package id.tixgo.simulator.behaviour;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are set; the first that matches counts. Of one event loop. */
public final class Faults {
  private final List<Armed> armed = new ArrayList<>();

  private static final class Armed {
    private final Fault fault;
    private final boolean always;
    private int left;

    private Armed(Fault fault, boolean always, int left) {
      this.fault = fault;
      this.always = always;
      this.left = left;
    }

    private JsonObject toJson() {
      return always ? fault.toJson().put("always", true) : fault.toJson().put("times", left);
    }
  }

  /**
   * {@code {"match", "kind", "times": 1, "always": false, "delay_ms"}}.
   *
   * @throws IllegalArgumentException with a sentence, if it is none
   * @throws ClassCastException if a member has another type
   */
  public void arm(JsonObject body) {
    int times = body.getInteger("times", 1);
    if (times < 1) {
      throw new IllegalArgumentException("times must be at least 1.");
    }
    armed.add(new Armed(Fault.from(body), body.getBoolean("always", false), times));
  }

  /** What goes wrong with this call; counts as one time. */
  public Optional<Fault> take(String operation, String path) {
    Optional<Armed> hit =
        armed.stream().filter(one -> one.fault.matches(operation, path)).findFirst();
    hit.filter(one -> !one.always && --one.left <= 0).ifPresent(armed::remove);
    return hit.map(one -> one.fault);
  }

  public JsonArray toJson() {
    return new JsonArray(armed.stream().map(Armed::toJson).toList());
  }

  public void reset() {
    armed.clear();
  }
}
