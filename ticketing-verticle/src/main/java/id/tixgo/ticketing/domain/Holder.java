package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Whose name is on a ticket; empty where nobody said. */
public record Holder(Optional<String> name, Optional<String> email) {
  public static final Holder UNNAMED = new Holder(Optional.empty(), Optional.empty());

  public Holder {
    requireNonNull(name);
    requireNonNull(email);
  }
}
