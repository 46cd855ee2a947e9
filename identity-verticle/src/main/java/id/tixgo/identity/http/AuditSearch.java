package id.tixgo.identity.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.audit.GatheredEntry;
import io.vertx.core.json.DecodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Picks a page out of an audit's lines, which it is shown the newest first, and counts them all.
 */
final class AuditSearch implements Predicate<String> {
  private static final Logger LOG = LoggerFactory.getLogger(AuditSearch.class);

  private final Predicate<GatheredEntry> wanted;
  private final long before;
  private final int limit;
  private final Optional<Long> known;
  private final List<GatheredEntry> items = new ArrayList<>();
  private boolean more;
  private long total;

  /**
   * @param before only entries of smaller numbers are on the page
   * @param known how many there are in all; empty when all have to be counted
   */
  AuditSearch(Predicate<GatheredEntry> wanted, long before, int limit, Optional<Long> known) {
    this.wanted = requireNonNull(wanted);
    this.before = before;
    this.limit = limit;
    this.known = requireNonNull(known);
  }

  /** A line that somebody has changed is no entry; {@code tixgo verify-audit} names it. */
  @Override
  public boolean test(String line) {
    try {
      Optional.of(GatheredEntry.of(line)).filter(wanted).ifPresent(this::take);
    } catch (DecodeException | ClassCastException | NullPointerException e) {
      LOG.debug("a line of the audit can't be read: {}", e.getMessage());
    }
    return known.isEmpty() || !more;
  }

  List<GatheredEntry> items() {
    return List.copyOf(items);
  }

  /** The next page's cursor. */
  Optional<String> next() {
    return more
        ? Optional.of(String.valueOf(items.get(items.size() - 1).number()))
        : Optional.empty();
  }

  long total() {
    return known.orElse(total);
  }

  private void take(GatheredEntry entry) {
    total++;
    if (entry.number() < before && items.size() < limit) {
      items.add(entry);
    } else if (entry.number() < before) {
      more = true;
    }
  }
}
