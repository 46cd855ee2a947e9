package id.tixgo.common.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackerTest {
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
    try (Unpacker unpacker = new Unpacker()) {
      assertArrayEquals(ENTRY, unpacker.unpack(HexFormat.of().parseHex(STORED)));
    }
  }

  @Test
  void oneCheckInShouldBeShort() throws IOException {
    try (Packer packer = new Packer()) {
      int length = packer.pack(ENTRY, ENTRY.length).length;
      assertTrue(length < 75, () -> length + " bytes");
      assertEquals(0, packer.pack(ENTRY, 0).length);
    }
  }

  @Test
  void anyTextShouldComeBackAndEndInNoZero() throws IOException {
    try (Packer packer = new Packer();
        Unpacker unpacker = new Unpacker()) {
      for (int seed = 0; seed < 200; seed++) {
        byte[] text = new byte[1 + seed * seed];
        new Random(seed).nextBytes(text);
        byte[] packed = packer.pack(text, text.length);
        assertTrue(packed[packed.length - 1] != 0);
        assertArrayEquals(text, unpacker.unpack(packed), "seed " + seed);
      }
    }
  }
}
