package id.tixgo.report.domain;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Keeps what is known of events. What readers see is stored. */
public interface EventReports {
  Optional<ReportedEvent> event(String id);

  /** All, by when they begin. */
  Future<List<ReportedEvent>> events();

  /** What is known of an event's sale, at one moment; counted away from the event loop. */
  Future<EventSales> sales(String eventId);
}
