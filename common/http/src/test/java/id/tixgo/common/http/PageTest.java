package id.tixgo.common.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Pages of a list of which some go meanwhile. */
class PageTest {
  private static final int LIMIT = 3;

  private final List<Long> all = new ArrayList<>(LongStream.rangeClosed(1, 8).boxed().toList());

  @Test
  void whatGoesBetweenTwoPagesShouldMoveNoOther() {
    assertEquals(List.of(1L, 2L, 3L), after(0).items());
    all.removeAll(List.of(1L, 3L));
    assertEquals(List.of(4L, 5L, 6L), after(3).items());
    assertEquals(new Page<>(List.of(7L, 8L), Optional.empty(), 6), after(6));
  }

  @Test
  void theLastOneShouldComeFirstWhereTheNewestIsWanted() {
    assertEquals(List.of(8L, 7L, 6L), before(0).items());
    all.removeAll(List.of(6L, 7L));
    assertEquals(List.of(5L, 4L, 3L), before(6).items());
    assertEquals(new Page<>(List.of(2L, 1L), Optional.empty(), 6), before(3));
  }

  @Test
  void everyPageButTheLastShouldLeadToTheNext() {
    for (LongFunction<Page<Long>> page :
        List.<LongFunction<Page<Long>>>of(this::after, this::before)) {
      List<Long> seen = new ArrayList<>();
      Optional<String> next = Optional.of("0");
      while (next.isPresent()) {
        Page<Long> one = page.apply(Long.parseLong(next.get()));
        seen.addAll(one.items());
        next = one.next();
      }
      assertEquals(all, seen.stream().sorted().toList());
    }
    assertEquals(new Page<>(List.of(), Optional.empty(), 8), after(8));
    assertEquals(new Page<>(List.of(), Optional.empty(), 8), before(1));
  }

  private Page<Long> after(long shown) {
    return Page.after(all, Long::longValue, shown, LIMIT);
  }

  private Page<Long> before(long shown) {
    return Page.before(all, Long::longValue, shown, LIMIT);
  }
}
