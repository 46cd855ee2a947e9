package id.tixgo.ticketing;

import id.tixgo.common.auth.TokenConfig;
import id.tixgo.common.config.Env;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.service.Service.Address;
import id.tixgo.common.store.StoreConfig;
import id.tixgo.ticketing.document.TicketSignature;
import id.tixgo.ticketing.domain.AdmissionRate;
import id.tixgo.ticketing.domain.Holds;
import id.tixgo.ticketing.domain.LatePayment;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What Ticketing is told by its environment.
 *
 * @param late what becomes of money that comes when a hold is over
 * @param admission how quickly buyers are let in to a sale
 * @param feedLookMs how often it looks whether a feed that it follows has more
 * @param signature what tickets are signed with
 */
public record TicketingConfig(
    Address address,
    URI identity,
    URI event,
    URI attendance,
    URI payment,
    Holds holds,
    LatePayment late,
    AdmissionRate admission,
    int feedLookMs,
    TicketSignature signature,
    StoreConfig store,
    TokenConfig tokens,
    HttpConfig http) {
  public static TicketingConfig from(Env env) {
    return new TicketingConfig(
        Address.internal(env, "ticketing", 8003),
        env.publicNeighbour("IDENTITY", 18081),
        env.neighbour("EVENT", 8000),
        env.publicNeighbour("ATTENDANCE", 18082),
        env.neighbour("PAYMENT", 8005),
        new Holds(
            Duration.ofMinutes(env.number("BOOKING_HOLD_MINUTES", 15, 1, 120)),
            Duration.ofHours(env.number("WAITING_LIST_HOURS", 24, 1, 720)),
            env.number("MAX_OPEN_BOOKINGS", 3, 1, 1000)),
        late(env),
        new AdmissionRate(
            env.number("SALES_ADMISSION_RATE", 0, 0, 10_000),
            Duration.ofMinutes(env.number("SALES_ADMISSION_MINUTES", 10, 1, 60))),
        env.number("FEED_LOOK_MS", 1000, 10, 600_000),
        TicketSignature.from(env),
        StoreConfig.from(env),
        TokenConfig.from(env),
        HttpConfig.from(env));
  }

  private static LatePayment late(Env env) {
    String choice = env.choice("LATE_PAYMENT", "retake", List.of("retake", "refund"));
    return LatePayment.valueOf(choice.toUpperCase(Locale.ROOT));
  }
}
