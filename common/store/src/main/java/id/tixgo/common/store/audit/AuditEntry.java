package id.tixgo.common.store.audit;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.scope.Origin;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an audit says of one change.
 *
 * @param id of the thing that was changed, or of the first of them
 * @param count how many things were changed
 * @param changes what is another of the first one, by the paths of its members
 * @param heads where other services' chains were put back to with it; empty but for a restore
 */
public record AuditEntry(
    String service,
    Origin origin,
    String id,
    int count,
    Map<String, Map<String, Object>> changes,
    Map<String, AuditHead> heads) {
  public AuditEntry {
    requireNonNull(service);
    requireNonNull(origin);
    requireNonNull(id);
    changes = new LinkedHashMap<>(changes);
    heads = new LinkedHashMap<>(heads);
  }

  static AuditEntry of(String service, Origin origin, List<AuditChange> things) {
    AuditChange first = things.get(0);
    return new AuditEntry(
        service, origin, first.id(), things.size(), first.differences(), Map.of());
  }

  Instant at() {
    return origin.at();
  }

  String json() {
    return JsonFormat.encode(members()).toString();
  }

  /** In the order in which they are written; what says nothing isn't. */
  private Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("at", origin.at());
    members.put("service", service);
    members.put("actor", actor());
    members.put("address", origin.address());
    members.put("request_id", origin.requestId());
    members.put("action", origin.action());
    members.put("target", target());
    if (count > 1) {
      members.put("count", count);
    }
    members.put("changes", changes);
    if (!heads.isEmpty()) {
      members.put("heads", heads);
    }
    return members;
  }

  private Map<String, Object> target() {
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("kind", origin.kind());
    target.put("id", id);
    return target;
  }

  private Map<String, Object> actor() {
    Map<String, Object> actor = new LinkedHashMap<>();
    origin.actor().id().ifPresent(number -> actor.put("id", number));
    actor.put("name", origin.actor().name());
    actor.put("role", origin.actor().role());
    return actor;
  }
}
