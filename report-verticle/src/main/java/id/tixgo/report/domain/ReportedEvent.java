package id.tixgo.report.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event, as Event told last.
 *
 * @param createdBy the name of who made it; empty where it was told before that was
 */
public record ReportedEvent(
    String id, String title, Instant startTime, String status, Optional<String> createdBy)
    implements Fact {
  public static final String FEED = "event";

  public ReportedEvent {
    requireNonNull(id);
    requireNonNull(title);
    requireNonNull(startTime);
    requireNonNull(status);
    requireNonNull(createdBy);
  }

  @Override
  public String feed() {
    return FEED;
  }

  @Override
  public String key() {
    return key(id);
  }

  /** The key of an event of this id. */
  public static String key(String id) {
    return "event:" + id;
  }

  @Override
  public List<String> subjects() {
    return List.of();
  }
}
