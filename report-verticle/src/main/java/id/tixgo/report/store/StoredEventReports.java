package id.tixgo.report.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.report.domain.EventReports;
import id.tixgo.report.domain.EventSales;
import id.tixgo.report.domain.OnlineMoney;
import id.tixgo.report.domain.ReportedEvent;
import id.tixgo.report.domain.SoldBooking;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is known of events, in the store. */
public final class StoredEventReports implements EventReports {
  /** Figures are of one moment: while feeds tell all the time, they wait for it then. */
  private static final int TRIES = 20;

  private static final Comparator<ReportedEvent> AS_THEY_BEGIN =
      Comparator.comparing(ReportedEvent::startTime).thenComparing(ReportedEvent::id);

  private static final Comparator<SoldBooking> AS_THEY_WERE_PAID =
      Comparator.comparing(SoldBooking::paidAt).thenComparing(SoldBooking::id);

  private final ReportState state;
  private final Context context;

  /**
   * @param context where answers are wanted
   */
  public StoredEventReports(ReportState state, Context context) {
    this.state = requireNonNull(state);
    this.context = requireNonNull(context);
  }

  @Override
  public Optional<ReportedEvent> event(String id) {
    return table(ReportedEvent.FEED).get(ReportedEvent.key(id)).map(ReportedEvent.class::cast);
  }

  @Override
  public Future<List<ReportedEvent>> events() {
    return context.executeBlocking(
        () ->
            table(ReportedEvent.FEED)
                .all()
                .map(ReportedEvent.class::cast)
                .sorted(AS_THEY_BEGIN)
                .toList(),
        false);
  }

  @Override
  public Future<EventSales> sales(String eventId) {
    return context.executeBlocking(() -> state.moment.read(TRIES, () -> found(eventId)), false);
  }

  private EventSales found(String eventId) {
    List<SoldBooking> bookings =
        table(SoldBooking.FEED)
            .about(ReportedEvent.key(eventId))
            .map(SoldBooking.class::cast)
            .sorted(AS_THEY_WERE_PAID)
            .toList();
    return new EventSales(bookings, online(bookings));
  }

  private List<OnlineMoney> online(List<SoldBooking> bookings) {
    return bookings.stream()
        .flatMap(booking -> table(OnlineMoney.FEED).about(booking.key()))
        .map(OnlineMoney.class::cast)
        .toList();
  }

  private FeedFactTable table(String feed) {
    return state.facts.table(feed);
  }
}
