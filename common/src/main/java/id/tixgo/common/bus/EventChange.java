package id.tixgo.common.bus;

import static java.util.Objects.requireNonNull;

/**
 * Said on {@link Bus#EVENTS_CHANGES}.
 *
 * @param kind {@code created}, {@code updated} or {@code deleted}
 */
public record EventChange(String kind, String eventId) {
  public EventChange {
    requireNonNull(kind);
    requireNonNull(eventId);
  }
}
