package id.tixgo.simulator.behaviour;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toList;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** The last things that happened; older ones are forgotten. Of one event loop. */
public final class BoundedLog {
  private static final int LONGEST = 10_000;

  private final Deque<Line> lines = new ArrayDeque<>();
  private long total;

  /** Something that can be told as JSON. */
  public interface Line {
    JsonObject toJson();
  }

  public void add(Line line) {
    total++;
    lines.addLast(line);
    if (lines.size() > LONGEST) {
      lines.removeFirst();
    }
  }

  /** How many there ever were. */
  public long total() {
    return total;
  }

  /** The oldest first, those alone whose members have these values. */
  public JsonArray find(Map<String, String> wanted) {
    return lines.stream()
        .map(Line::toJson)
        .filter(line -> isWanted(line, wanted))
        .collect(collectingAndThen(toList(), JsonArray::new));
  }

  private static boolean isWanted(JsonObject line, Map<String, String> wanted) {
    return wanted.entrySet().stream()
        .allMatch(one -> one.getValue().equals(String.valueOf(line.getValue(one.getKey()))));
  }

  public void reset() {
    lines.clear();
    total = 0;
  }
}
