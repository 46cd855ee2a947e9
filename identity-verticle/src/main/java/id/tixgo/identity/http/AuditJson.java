package id.tixgo.identity.http;

import id.tixgo.common.sheet.Column;
import id.tixgo.common.sheet.Zone;
import id.tixgo.common.store.audit.GatheredEntry;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** An entry of the audit as admins see it. */
final class AuditJson {
  private AuditJson() {}

  static JsonObject of(GatheredEntry found) {
    return new JsonObject()
        .put("number", found.number())
        .put("seq", found.seq())
        .mergeIn(found.entry())
        .put("hash", found.hash());
  }

  static List<Column<GatheredEntry>> columns(Zone zone) {
    return List.of(
        new Column<>("number", GatheredEntry::number),
        new Column<>("at", found -> zone.local(Instant.parse(found.entry().getString("at")))),
        of("service"),
        new Column<>("seq", GatheredEntry::seq),
        within("actor_id", "actor", actor -> actor.getLong("id")),
        within("actor", "actor", actor -> actor.getString("name")),
        within("role", "actor", actor -> actor.getString("role")),
        of("address"),
        of("request_id"),
        of("action"),
        within("target_kind", "target", target -> target.getString("kind")),
        within("target_id", "target", target -> target.getString("id")),
        new Column<>("count", found -> found.entry().getInteger("count", 1)),
        new Column<>("changes", found -> found.entry().getJsonObject("changes").encode()),
        new Column<>("hash", GatheredEntry::hash));
  }

  private static Column<GatheredEntry> of(String member) {
    return new Column<>(member, found -> found.entry().getString(member));
  }

  private static Column<GatheredEntry> within(
      String name, String member, Function<JsonObject, Object> value) {
    return new Column<>(name, found -> value.apply(found.entry().getJsonObject(member)));
  }
}
