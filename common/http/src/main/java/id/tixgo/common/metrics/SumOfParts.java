package id.tixgo.common.metrics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What several instances have of one thing. */
final class SumOfParts {
  private final List<Supplier<? extends Number>> parts = new CopyOnWriteArrayList<>();

  void add(Supplier<? extends Number> part) {
    parts.add(part);
  }

  double value() {
    return parts.stream().mapToDouble(part -> part.get().doubleValue()).sum();
  }
}
