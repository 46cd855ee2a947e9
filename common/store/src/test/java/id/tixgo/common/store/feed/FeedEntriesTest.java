package id.tixgo.common.store.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.key.RequestKeys;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries as they lie on disks: what can't be read here any more is lost there. */
@ExtendWith(VertxExtension.class)
class FeedEntriesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"feed_begun\":{\"id\":\"5b3f7b0e\"}}",
        "{\"message\":{\"seq\":2,\"type\":\"event_changed\",\"at\":\"2026-01-03T13:25:53.415880Z\",\"data\":{\"id\":\"evt1\",\"title\":\"a\\n"
            + "\\u0001é\",\"end_time\":null,\"capacity\":5}}}",
        "{\"feed_position\":{\"feed\":\"event\",\"id\":\"5b3f7b0e\",\"seq\":2,"
            + "\"at\":\"2026-01-03T13:25:53.415880Z\"}}",
        "{\"feed_position\":{\"feed\":\"event\",\"id\":\"\",\"seq\":0}}",
        "{\"key_used\":{\"caller\":\"7\",\"key\":\"k\",\"fingerprint\":\"0a\","
            + "\"at\":\"2026-01-03T13:25:53.415880Z\",\"answer\":{\"status\":201,"
            + "\"content_type\":\"application/json\",\"headers\":{\"ETag\":\"x\"},\"body\":\"{}\"}}}",
        "{\"keys_forgotten\":{\"ids\":[\"7\\nk\"]}}"
      })
  void anEntryShouldBeReadAndWrittenAsItStands(String line, Vertx vertx) throws IOException {
    JsonFormat.install();
    StagedMaps maps = new StagedMaps(vertx.sharedData());
    EntryTypes types =
        new RequestKeys(maps, "x")
            .register(
                new FeedPositions(maps, "x")
                    .register(new ServiceFeed(maps, "x").register(new EntryTypes("x", 1, ""))));
    assertEquals(line, types.text(types.parse(line)));
  }
}
