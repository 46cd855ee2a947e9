package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * One page of a list.
 *
 * @param next the cursor of the next page; empty on the last one
 * @param total how many there are in all
 */
public record Page<T>(List<T> items, Optional<String> next, long total) {
  private static final int DEFAULT_LIMIT = 100;

  public Page {
    items = List.copyOf(items);
    requireNonNull(next);
  }

  /** The call's {@code limit}. */
  public static int limit(Call call) {
    return call.query("limit").map(Integer::parseInt).orElse(DEFAULT_LIMIT);
  }

  /**
   * The call's {@code cursor}, a whole number as this service gave it out; 0 when there is none.
   */
  public static long cursor(Call call) {
    return call.query("cursor").map(Page::cursor).orElse(0L);
  }

  /** The page from an offset on, for a list that fits in memory. */
  public static <T> Page<T> of(List<T> all, long offset, int limit) {
    int from = (int) Math.min(offset, all.size());
    int to = (int) Math.min((long) from + limit, all.size());
    Optional<String> next = to < all.size() ? Optional.of(String.valueOf(to)) : Optional.empty();
    return new Page<>(all.subList(from, to), next, all.size());
  }

  /**
   * The page after a number, for a list from which some may go between two pages: its cursor is the
   * number of the last one that was shown, so that what goes moves no other.
   *
   * @param all in the order of their numbers, which are greater than 0
   * @param shown the cursor; 0 for the first page
   */
  public static <T> Page<T> after(List<T> all, ToLongFunction<T> number, long shown, int limit) {
    int from = upTo(all, number, shown);
    int to = (int) Math.min((long) from + limit, all.size());
    return numbered(all.subList(from, to), to < all.size(), number, all.size());
  }

  /** The same of the same list, the last one first. */
  public static <T> Page<T> before(List<T> all, ToLongFunction<T> number, long shown, int limit) {
    int to = shown == 0 ? all.size() : upTo(all, number, shown - 1);
    int from = Math.max(0, to - limit);
    List<T> items = new ArrayList<>(all.subList(from, to));
    Collections.reverse(items);
    return numbered(items, from > 0, number, all.size());
  }

  private static <T> Page<T> numbered(
      List<T> items, boolean more, ToLongFunction<T> number, int total) {
    Optional<String> next =
        Optional.of(items)
            .filter(some -> more && !some.isEmpty())
            .map(some -> String.valueOf(number.applyAsLong(some.get(some.size() - 1))));
    return new Page<>(items, next, total);
  }

  /** How many there are up to a number. */
  private static <T> int upTo(List<T> all, ToLongFunction<T> number, long end) {
    int from = 0;
    int to = all.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (number.applyAsLong(all.get(middle)) > end) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  /** The reply with the page's {@code Link} and {@code X-Total-Count}. */
  public Reply describe(Call call, Reply reply) {
    Reply counted = reply.withHeader("X-Total-Count", String.valueOf(total));
    return next.map(cursor -> counted.withHeader("Link", link(call, cursor))).orElse(counted);
  }

  /** {@code </checkins?limit=10&cursor=20>; rel="next"}. */
  public static String link(Call call, String cursor) {
    return link(call, "cursor", cursor);
  }

  /** The same for a list that goes on after a number. */
  public static String link(Call call, String name, long after) {
    return link(call, name, String.valueOf(after));
  }

  private static String link(Call call, String name, String value) {
    StringBuilder uri = new StringBuilder(call.request().path()).append('?');
    String query = call.request().query();
    if (query != null) {
      for (String parameter : query.split("&", -1)) {
        if (!parameter.isEmpty() && !parameter.startsWith(name + "=")) {
          uri.append(parameter).append('&');
        }
      }
    }
    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    return "<" + uri + name + "=" + encoded + ">; rel=\"next\"";
  }

  private static long cursor(String text) {
    try {
      long cursor = Long.parseLong(text);
      if (cursor >= 0) {
        return cursor;
      }
    } catch (NumberFormatException e) {
      throw badCursor();
    }
    throw badCursor();
  }

  private static Problem badCursor() {
    return Problem.invalid("query.cursor", "is not a cursor that this service gave out", "cursor");
  }
}
