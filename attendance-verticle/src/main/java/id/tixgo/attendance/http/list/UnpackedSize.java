package id.tixgo.attendance.http.list;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks a ZIP file for nothing but to see how large it would be: some kilobytes can be anything.
 */
final class UnpackedSize {
  private static final long MOST_BYTES = 128L << 20;
  private static final int MOST_PARTS = 1000;

  private UnpackedSize() {}

  /** Fails with {@code MALFORMED_XLSX}. */
  static void expectFit(byte[] file) throws IOException {
    try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
      long left = MOST_BYTES;
      int parts = 0;
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        left -= size(zip, part, left);
        if (left < 0 || ++parts > MOST_PARTS) {
          throw XlsxList.malformed("too_large", "is too large once it is unpacked");
        }
      }
    }
  }

  /** More than {@code most} when it is more. */
  private static long size(ZipFile zip, ZipArchiveEntry part, long most) throws IOException {
    byte[] some = new byte[64 << 10];
    long size = 0;
    try (InputStream content = zip.getInputStream(part)) {
      for (int n = content.read(some); n >= 0 && size <= most; n = content.read(some)) {
        size += n;
      }
    }
    return size;
  }
}
