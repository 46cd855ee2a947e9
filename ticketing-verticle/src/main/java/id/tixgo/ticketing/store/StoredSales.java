package id.tixgo.ticketing.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.Store;
import id.tixgo.common.time.Timestamps;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingQuery;
import id.tixgo.ticketing.domain.Movement;
import id.tixgo.ticketing.domain.Places;
import id.tixgo.ticketing.domain.Sales;
import id.tixgo.ticketing.domain.TicketType;
import id.tixgo.ticketing.domain.Voucher;
import id.tixgo.ticketing.domain.WaitingEntry;
import id.tixgo.ticketing.domain.WaitingLine;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sales, changed through the store. */
public final class StoredSales implements Sales {
  private final TicketingState state;
  private final Store store;
  private final Context context;
  private final WaitingLine line;
  private final Runnable bell;
  private final Clock clock;

  /**
   * What came of a movement: holds that were over are ended even if it refuses, so a refusal is an
   * outcome of its transaction.
   */
  private record Moved<R>(Optional<R> made, Optional<Problem> refusal) {
    Future<R> future() {
      return made.map(Future::succeededFuture)
          .orElseGet(() -> Future.failedFuture(refusal.orElseThrow()));
    }
  }

  /**
   * @param context where answers are wanted
   * @param line who is offered what becomes free
   * @param bell tells those who follow the feed that there is more of it
   */
  public StoredSales(
      TicketingState state,
      Store store,
      Context context,
      WaitingLine line,
      Runnable bell,
      Clock clock) {
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
    this.line = requireNonNull(line);
    this.bell = requireNonNull(bell);
    this.clock = requireNonNull(clock);
  }

  @Override
  public <R> Future<R> make(Once<R> once, Movement<R> movement) {
    Once<Moved<R>> made =
        new Once<>(once.key(), moved -> moved.made().flatMap(r -> once.answer().apply(r)));
    return store
        .commit(context, state.keys.once(made, entries -> move(movement, entries)))
        .onSuccess(moved -> bell.run())
        .compose(Moved::future);
  }

  private <R> Moved<R> move(Movement<R> movement, Appender entries) {
    Instant now = Timestamps.now(clock);
    StagedDesk desk = new StagedDesk(state, entries, now);
    desk.expire(now);
    line.serve(desk, now);
    try {
      R made = movement.make(desk, now);
      line.serve(desk, now);
      return new Moved<>(Optional.of(made), Optional.empty());
    } catch (Problem refusal) {
      return new Moved<>(Optional.empty(), Optional.of(refusal));
    }
  }

  @Override
  public Future<Void> settle() {
    return state.bookings.isAnyDue(Timestamps.now(clock))
        ? make(Once.eachTime(), (desk, now) -> now).mapEmpty()
        : Future.succeededFuture();
  }

  /** The same for those who don't look: an event may have got more room, or sales have begun. */
  public Future<Void> lookAfter() {
    return state.waiting.isAnyWaiting()
        ? make(Once.eachTime(), (desk, now) -> now).mapEmpty()
        : settle();
  }

  /** Begins the feed, if it hasn't. */
  public Future<Void> beginFeed() {
    return store.commit(
        context,
        entries -> {
          state.feed.begin(entries, () -> {});
          return null;
        });
  }

  @Override
  public Optional<EventFacts> event(String id) {
    return state.events.find(id);
  }

  @Override
  public List<EventFacts> events() {
    return state.events.ordered();
  }

  @Override
  public long eventSeq(String id) {
    return state.events.seq(id);
  }

  @Override
  public Optional<TicketType> ticketType(String id) {
    return state.ticketTypes.get(id);
  }

  @Override
  public List<TicketType> ticketTypes() {
    return state.ticketTypes.all();
  }

  @Override
  public List<TicketType> ticketTypes(String eventId) {
    return state.ticketTypes.of(eventId);
  }

  @Override
  public Places ofType(String ticketTypeId) {
    return state.bookings.places.ofType(ticketTypeId);
  }

  @Override
  public Places ofEvent(String eventId) {
    return state.bookings.places.ofEvent(eventId);
  }

  @Override
  public Optional<Booking> booking(String id) {
    return state.bookings.get(id);
  }

  @Override
  public Optional<Booking> bookingOf(String code) {
    return state.bookings.ofCode(code);
  }

  @Override
  public Optional<Voucher> voucher(String code) {
    return state.vouchers.get(code);
  }

  @Override
  public List<Voucher> vouchers() {
    return state.vouchers.all();
  }

  @Override
  public int usesOf(String voucher) {
    return state.bookings.places.usesOf(voucher);
  }

  @Override
  public Optional<WaitingEntry> waitingEntry(String id) {
    return state.waiting.get(id);
  }

  @Override
  public List<WaitingEntry> waitingEntries() {
    return state.waiting.all();
  }

  @Override
  public Future<List<Booking>> bookings(BookingQuery query) {
    return context.executeBlocking(() -> state.bookings.list(query), false);
  }
}
