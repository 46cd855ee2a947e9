package id.tixgo.identity.http;

import id.tixgo.common.http.Call;
import id.tixgo.common.store.audit.GatheredEntry;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which entries of the audit a request asks for: those that all of its parameters fit. */
final class AuditFilter {
  private static final List<String> NAMES =
      List.of("service", "request_id", "action", "actor", "target", "from", "to");

  private AuditFilter() {}

  /** Whether a request asks for all entries. */
  static boolean isNone(Call call) {
    return NAMES.stream().allMatch(name -> call.query(name).isEmpty());
  }

  static Predicate<GatheredEntry> of(Call call) {
    List<Predicate<JsonObject>> all =
        Stream.of(
                call.query("service").map(name -> is("service", name)),
                call.query("request_id").map(id -> is("request_id", id)),
                call.query("action").map(AuditFilter::does),
                call.query("actor").map(AuditFilter::isBy),
                call.query("target").map(AuditFilter::concerns),
                time(call, "from").map(from -> at(time -> !time.isBefore(from))),
                time(call, "to").map(to -> at(time -> time.isBefore(to))))
            .flatMap(Optional::stream)
            .toList();
    return found -> all.stream().allMatch(one -> one.test(found.entry()));
  }

  private static Predicate<JsonObject> is(String member, String value) {
    return entry -> value.equals(entry.getString(member));
  }

  /** The action itself, or all that begin with these words: {@code user.role}. */
  private static Predicate<JsonObject> does(String words) {
    return entry -> (entry.getString("action") + '.').startsWith(words + '.');
  }

  /** A name, in whatever case, or a number. */
  private static Predicate<JsonObject> isBy(String who) {
    return entry -> {
      JsonObject actor = entry.getJsonObject("actor");
      return who.equalsIgnoreCase(actor.getString("name"))
          || who.equals(String.valueOf(actor.getLong("id")));
    };
  }

  /** A kind of thing, an id, or both: {@code user/7}. */
  private static Predicate<JsonObject> concerns(String what) {
    return entry -> {
      JsonObject target = entry.getJsonObject("target");
      String kind = target.getString("kind");
      String id = target.getString("id");
      return what.equals(kind) || what.equals(id) || what.equals(kind + '/' + id);
    };
  }

  private static Predicate<JsonObject> at(Predicate<Instant> when) {
    return entry -> when.test(Instant.parse(entry.getString("at")));
  }

  private static Optional<Instant> time(Call call, String name) {
    return call.query(name).flatMap(Timestamps::parse);
  }
}
