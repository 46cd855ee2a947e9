package id.tixgo.loadtest;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What to send, and when.
 *
 * @param url where to; its path and query are sent as they stand
 * @param checkIns POST check-ins with new ticket ids, or else GET
 * @param rate requests a second
 * @param warmUpSeconds sent before the measured seconds, at the same rate, and not counted
 * @param eventId the event that tickets are for
 * @param ticketPrefix what makes this run's tickets unlike any other run's
 */
record Plan(
    URI url,
    boolean checkIns,
    String token,
    int rate,
    int warmUpSeconds,
    int seconds,
    int connections,
    String eventId,
    String ticketPrefix) {
  private static final String USAGE =
      "usage: OpenLoop checkins|get URL RATE SECONDS CONNECTIONS"
          + " (environment: TOKEN, WARM_UP_SECONDS, EVENT_ID, TICKET_PREFIX)";

  Plan {
    requireNonNull(url);
    requireNonNull(token);
    requireNonNull(eventId);
    requireNonNull(ticketPrefix);
    if (rate < 1 || seconds < 1 || warmUpSeconds < 0 || connections < 1) {
      throw new IllegalArgumentException(USAGE);
    }
  }

  static Plan from(String[] args, Map<String, String> environment) {
    if (args.length != 5 || !(args[0].equals("checkins") || args[0].equals("get"))) {
      throw new IllegalArgumentException(USAGE);
    }
    return new Plan(
        URI.create(args[1]),
        args[0].equals("checkins"),
        environment.getOrDefault("TOKEN", ""),
        Integer.parseInt(args[2]),
        Integer.parseInt(environment.getOrDefault("WARM_UP_SECONDS", "0")),
        Integer.parseInt(args[3]),
        Integer.parseInt(args[4]),
        environment.getOrDefault("EVENT_ID", "open-loop"),
        environment.getOrDefault("TICKET_PREFIX", Long.toString(System.currentTimeMillis(), 36)));
  }

  /** Arrivals before this one warm up. */
  int firstMeasured() {
    return Math.multiplyExact(rate, warmUpSeconds);
  }

  int arrivals() {
    return Math.multiplyExact(rate, warmUpSeconds + seconds);
  }

  /** When an arrival is due, in nanoseconds after the first. */
  long dueNanos(int arrival) {
    return arrival * TimeUnit.SECONDS.toNanos(1) / rate;
  }

  String body(int arrival) {
    return "{\"event_id\":\""
        + eventId
        + "\",\"ticket_id\":\""
        + ticketPrefix
        + "-"
        + arrival
        + "\",\"gate\":\"north\",\"device_id\":\"d1\"}";
  }
}
