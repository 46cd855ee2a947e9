package id.tixgo.common.store.wal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** How the entries of one kind of store look in its files, as text and compressed. */
public interface EntryCodec {
  /** The store's name, that of its directory. */
  String store();

  /** The entries' version; one more whenever an older TixGo couldn't read them. */
  int version();

  /**
   * What most entries look like, so that DEFLATE makes one alone short, too (RFC 1951 with a preset
   * dictionary). Files can't be read without it: to change a byte is to make another version.
   */
  byte[] dictionary();

  /** For {@link #write}. */
  JsonGenerator writer(OutputStream out) throws IOException;

  /** Writes one entry, with a line break after it. */
  void write(JsonGenerator json, Record entry) throws IOException;

  /** Reads all entries of the text; fails on what isn't one. */
  void read(byte[] text, Consumer<Record> sink) throws IOException;
}
