package id.tixgo.common.store.wal;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file that can be read to its end, even when its name is taken away meanwhile. */
record OpenSegment(Path path, FileChannel channel) implements Closeable {
  OpenSegment {
    requireNonNull(path);
    requireNonNull(channel);
  }

  static OpenSegment of(Path path) throws IOException {
    return new OpenSegment(path, FileChannel.open(path));
  }

  /** Opens all or none, the first one first. */
  static List<OpenSegment> all(List<Path> paths) throws IOException {
    List<OpenSegment> opened = new ArrayList<>();
    try {
      for (Path path : paths) {
        opened.add(of(path));
      }
      return opened;
    } catch (IOException e) {
      closeAll(opened);
      throw e;
    }
  }

  long size() throws IOException {
    return channel.size();
  }

  /** Reads on from that byte; one stream at a time, which needs no closing. */
  InputStream from(long position) throws IOException {
    channel.position(position);
    return Channels.newInputStream(channel);
  }

  /** All from that byte on; nothing when the file has become shorter. */
  byte[] rest(long position) throws IOException {
    return from(position).readNBytes(Math.toIntExact(Math.max(0, size() - position)));
  }

  static void closeAll(List<OpenSegment> files) throws IOException {
    for (OpenSegment file : files) {
      file.close();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
