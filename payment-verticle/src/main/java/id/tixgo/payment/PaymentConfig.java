package id.tixgo.payment;

import id.tixgo.common.auth.TokenConfig;
import id.tixgo.common.config.Env;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.service.Service.Address;
import id.tixgo.common.store.StoreConfig;
import id.tixgo.common.store.feed.RabbitConfig;
import id.tixgo.payment.client.AnswerVault;
import id.tixgo.payment.client.GatewaysConfig;
import java.net.URI;
import java.util.Optional;

/**
 * What Payment is told by its environment.
 *
 * @param feedLookMs how often it looks whether a feed has more
 * @param rabbit where the feed is published besides, if anywhere
 * @param vault what gateways' answers are encrypted with
 */
public record PaymentConfig(
    Address address,
    URI identity,
    URI event,
    URI ticketing,
    URI attendance,
    int feedLookMs,
    Optional<RabbitConfig> rabbit,
    GatewaysConfig gateways,
    AnswerVault vault,
    StoreConfig store,
    TokenConfig tokens,
    HttpConfig http) {
  public static PaymentConfig from(Env env) {
    return new PaymentConfig(
        Address.internal(env, "payment", 8005),
        env.publicNeighbour("IDENTITY", 18081),
        env.neighbour("EVENT", 8000),
        env.neighbour("TICKETING", 8003),
        env.publicNeighbour("ATTENDANCE", 18082),
        env.number("FEED_LOOK_MS", 1000, 10, 600_000),
        RabbitConfig.from(env),
        GatewaysConfig.from(env),
        AnswerVault.from(env),
        StoreConfig.from(env),
        TokenConfig.from(env),
        HttpConfig.from(env));
  }
}
