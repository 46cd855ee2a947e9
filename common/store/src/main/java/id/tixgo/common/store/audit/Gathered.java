package id.tixgo.common.store.audit;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a chain has taken over from others: the hashes of their lines, by service. */
final class Gathered {
  private final Map<String, List<String>> serviceToHashes = new HashMap<>();

  /** Takes a line of the chain; says what is wrong with what it has taken over. */
  Optional<String> take(String line) {
    Optional<String> other = AuditLine.adopted(line);
    if (other.isPresent()) {
      return adopt(other.get());
    }
    putBack(new JsonObject(line).getJsonObject(AuditLine.ENTRY));
    return Optional.empty();
  }

  List<String> of(String service) {
    return serviceToHashes.getOrDefault(service, List.of());
  }

  /** How many, by service. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    serviceToHashes.forEach((service, hashes) -> counts.put(service, (long) hashes.size()));
    return counts;
  }

  private Optional<String> adopt(String line) {
    String service = new JsonObject(line).getJsonObject(AuditLine.ENTRY).getString("service");
    List<String> hashes = serviceToHashes.computeIfAbsent(service, name -> new ArrayList<>());
    boolean follows =
        AuditLine.seq(line).filter(seq -> seq == hashes.size() + 1L).isPresent()
            && AuditLine.isWhole(line, last(hashes));
    hashes.add(AuditLine.hash(line));
    return follows
        ? Optional.empty()
        : Optional.of("has taken over a line of " + service + " that doesn't follow");
  }

  /** A restore puts services back to earlier lines, from which they go on. */
  private void putBack(JsonObject entry) {
    JsonObject heads = entry.getJsonObject("heads", new JsonObject());
    for (String service : heads.fieldNames()) {
      List<String> hashes = serviceToHashes.getOrDefault(service, new ArrayList<>());
      int left = Math.min(hashes.size(), heads.getJsonObject(service).getInteger("seq"));
      serviceToHashes.put(service, new ArrayList<>(hashes.subList(0, left)));
    }
  }

  private static String last(List<String> hashes) {
    return hashes.isEmpty() ? AuditHead.NONE.hash() : hashes.get(hashes.size() - 1);
  }
}
