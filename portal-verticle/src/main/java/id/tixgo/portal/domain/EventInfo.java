package id.tixgo.portal.domain;

import static java.util.Objects.requireNonNull;

/** What Portal shows of an event. */
public record EventInfo(String title) {
  public EventInfo {
    requireNonNull(title);
  }
}
