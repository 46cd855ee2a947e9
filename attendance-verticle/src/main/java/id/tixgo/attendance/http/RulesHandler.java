package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.EventDirectory;
import id.tixgo.attendance.domain.Rules;
import id.tixgo.attendance.domain.TicketLists;
import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/** {@code GET} and {@code PUT /attendance/{event_id}/rules}. */
public final class RulesHandler {
  private final TicketLists lists;
  private final EventDirectory events;

  /** The rules as clients set them; null where nothing is said. */
  private record Body(Boolean reentry, Integer capacity, Instant opensAt, Instant closesAt) {
    Rules toRules() {
      return new Rules(
          Boolean.TRUE.equals(reentry),
          Optional.ofNullable(capacity),
          Optional.ofNullable(opensAt),
          Optional.ofNullable(closesAt));
    }
  }

  /** The rules, how many may be inside, whoever says so, and what is known of the event. */
  private record InForce(
      boolean reentry,
      Integer capacity,
      Instant opensAt,
      Instant closesAt,
      Integer effectiveCapacity,
      String capacityFrom,
      String eventTitle,
      String eventStatus) {
    static InForce of(Rules rules, Optional<EventFacts> event) {
      Optional<Integer> effective = rules.capacity(event);
      String from = rules.capacity().isPresent() ? "rules" : "event";
      return new InForce(
          rules.reentry(),
          rules.capacity().orElse(null),
          rules.opensAt().orElse(null),
          rules.closesAt().orElse(null),
          effective.orElse(null),
          effective.map(most -> from).orElse(null),
          event.map(EventFacts::title).orElse(null),
          event.map(EventFacts::status).orElse(null));
    }
  }

  public RulesHandler(TicketLists lists, EventDirectory events) {
    this.lists = requireNonNull(lists);
    this.events = requireNonNull(events);
  }

  public void register(Api api) {
    api.on("rules", this::get);
    api.on("setRules", this::set);
  }

  private Future<Reply> get(Call call) {
    String eventId = DeviceLimits.event(call);
    return Future.succeededFuture(reply(eventId, lists.rules(eventId)));
  }

  private Future<Reply> set(Call call) {
    String eventId = call.path("event_id");
    return lists
        .setRules(eventId, call.body(Body.class).toRules())
        .map(rules -> reply(eventId, rules));
  }

  private Reply reply(String eventId, Rules rules) {
    return Reply.json(200, InForce.of(rules, events.find(eventId)));
  }
}
