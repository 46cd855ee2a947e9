package id.tixgo.common.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.json.JsonFormat;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JsonChunksTest {
  @BeforeAll
  static void installFormat() {
    JsonFormat.install();
  }

  @Test
  void everyBatchShouldBeAChunkOfItsOwn() {
    assertEquals(
        List.of(
            "[{\"n\":1,\"text\":\"no 1\"},{\"n\":2,\"text\":\"no 2\"}",
            ",{\"n\":3,\"text\":\"no 3\"}]"),
        chunks(List.of(List.of(1, 2), List.of(3))));
  }

  @Test
  void noRowsShouldBeAnEmptyArray() {
    assertEquals(List.of("[]"), chunks(List.of(List.of())));
  }

  private static List<String> chunks(List<List<Integer>> batches) {
    List<Column<Integer>> columns =
        List.of(new Column<>("n", n -> n), new Column<>("text", n -> "no " + n));
    JsonChunks<Integer> chunks = new JsonChunks<>(new Sheet<>("rows", columns, batches.iterator()));
    List<String> made = new ArrayList<>();
    Optional<Buffer> next = chunks.next().result();
    while (next.isPresent()) {
      made.add(next.get().toString());
      next = chunks.next().result();
    }
    return made;
  }
}
