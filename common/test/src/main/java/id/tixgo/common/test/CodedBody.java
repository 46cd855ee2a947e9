package id.tixgo.common.test;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A body as it was before it was made smaller. */
public final class CodedBody {
  private CodedBody() {}

  /**
   * The bytes that a client sees.
   *
   * @param coding {@code br} or {@code gzip}
   */
  public static byte[] decoded(String coding, byte[] body) throws IOException {
    Brotli4jLoader.ensureAvailability();
    InputStream bytes = new ByteArrayInputStream(body);
    try (InputStream plain =
        coding.equals("br") ? new BrotliInputStream(bytes) : new GZIPInputStream(bytes)) {
      return plain.readAllBytes();
    }
  }
}
