package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * An entry in a log that nodes share.
 *
 * @param number its place, from 1 without a gap
 * @param batch those that were appended with it
 * @param text {@code {"<type>":{…}}}
 */
public record LoggedEntry(long number, UUID batch, String text) {
  public LoggedEntry {
    requireNonNull(batch);
    requireNonNull(text);
  }
}
