package id.tixgo.event.domain;

import static java.util.Objects.requireNonNull;

/**
 * A part of a venue that one event at a time takes.
 *
 * @param capacity how many people fit in, at least 1
 */
public record Room(int id, String name, int capacity) {
  public Room {
    requireNonNull(name);
  }
}
