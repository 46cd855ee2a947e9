package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Rules;
import id.tixgo.attendance.domain.TicketLists;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/** {@code GET} and {@code PUT /attendance/{event_id}/rules}. */
public final class RulesHandler {
  private final TicketLists lists;

  /** The rules as clients see and set them; null where nothing is said. */
  private record Body(Boolean reentry, Integer capacity, Instant opensAt, Instant closesAt) {
    static Body of(Rules rules) {
      return new Body(
          rules.reentry(),
          rules.capacity().orElse(null),
          rules.opensAt().orElse(null),
          rules.closesAt().orElse(null));
    }

    Rules toRules() {
      return new Rules(
          Boolean.TRUE.equals(reentry),
          Optional.ofNullable(capacity),
          Optional.ofNullable(opensAt),
          Optional.ofNullable(closesAt));
    }
  }

  public RulesHandler(TicketLists lists) {
    this.lists = requireNonNull(lists);
  }

  public void register(Api api) {
    api.on("rules", call -> Future.succeededFuture(reply(lists.rules(DeviceLimits.event(call)))));
    api.on("setRules", this::set);
  }

  private Future<Reply> set(Call call) {
    return lists
        .setRules(call.path("event_id"), call.body(Body.class).toRules())
        .map(RulesHandler::reply);
  }

  private static Reply reply(Rules rules) {
    return Reply.json(200, Body.of(rules));
  }
}
