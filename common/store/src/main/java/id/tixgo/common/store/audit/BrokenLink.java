package id.tixgo.common.store.audit;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * The first line of a chain that isn't as it was written.
 *
 * @param seq the number that the line has, or should have
 * @param what is wrong, as the end of a sentence that begins with the line
 */
public record BrokenLink(String service, long seq, Path file, String what) {
  public BrokenLink {
    requireNonNull(service);
    requireNonNull(file);
    requireNonNull(what);
  }
}
