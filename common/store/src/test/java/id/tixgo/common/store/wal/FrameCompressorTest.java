package id.tixgo.common.store.wal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameCompressorTest {
  private static final byte[] DICTIONARY =
      ("{\"scan\":{\"event_id\":\"\",\"ticket_id\":\"\",\"staff\":\"admin\","
              + "\"at\":\"2026-11-22T08:17:00.752Z\",\"gate\":\"\",\"device_id\":\"\","
              + "\"direction\":\"IN\",\"first\":true,\"seq\":1}}\n")
          .getBytes(StandardCharsets.US_ASCII);

  /** Of the first TixGo with this format; it must be read by every later one. */
  private static final String STORED =
      "abc6e6ac5443a07a6487858004604e2bce2cc90472d15d66680074161021b9ca11a80cd959292063887418000a";

  private static final byte[] ENTRY =
      ("{\"scan\":{\"event_id\":\"e1\",\"ticket_id\":\"T1\",\"staff\":\"siti\","
              + "\"at\":\"2026-11-22T10:00:00Z\",\"gate\":\"A\",\"device_id\":\"d1\","
              + "\"direction\":\"IN\",\"first\":true,\"seq\":1}}\n")
          .getBytes(StandardCharsets.US_ASCII);

  @Test
  void whatWasStoredOnceShouldBeReadForever() throws IOException {
    try (FrameDecompressor decompressor = new FrameDecompressor(DICTIONARY)) {
      assertArrayEquals(ENTRY, decompressor.decompress(HexFormat.of().parseHex(STORED)));
    }
  }

  @Test
  void oneCheckInShouldBeShort() throws IOException {
    try (FrameCompressor compressor = new FrameCompressor(DICTIONARY)) {
      int length = compressor.compress(ENTRY, ENTRY.length).length;
      assertTrue(length < 75, () -> length + " bytes");
      assertEquals(0, compressor.compress(ENTRY, 0).length);
    }
  }

  @Test
  void anyTextShouldComeBackAndEndInNoZero() throws IOException {
    try (FrameCompressor compressor = new FrameCompressor(DICTIONARY);
        FrameDecompressor decompressor = new FrameDecompressor(DICTIONARY)) {
      for (int seed = 0; seed < 200; seed++) {
        byte[] text = new byte[1 + seed * seed];
        new Random(seed).nextBytes(text);
        byte[] compressed = compressor.compress(text, text.length);
        assertTrue(compressed[compressed.length - 1] != 0);
        assertArrayEquals(text, decompressor.decompress(compressed), "seed " + seed);
      }
    }
  }
}
