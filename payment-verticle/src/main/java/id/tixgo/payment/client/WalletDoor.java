package id.tixgo.payment.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ServiceToken;
import id.tixgo.common.money.Money;
import id.tixgo.common.scope.Deadline;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.payment.domain.Gateways;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import java.util.Set;

/**
 * Wallet's calls for services. A movement has a name, under which it is made once, however often it
 * is asked for. A call fails only with {@link NoAnswer}.
 */
final class WalletDoor {
  private static final String NAME = "Wallet";

  /** What Wallet says after having looked; all else says nothing of what it has done. */
  private static final Set<Integer> ANSWERS = Set.of(200, 400, 404, 409, 422);

  private final UpstreamClient wallet;
  private final ServiceToken secret;
  private final int timeoutMs;

  WalletDoor(UpstreamClient wallet, ServiceToken secret, int timeoutMs) {
    this.wallet = requireNonNull(wallet);
    this.secret = requireNonNull(secret);
    this.timeoutMs = timeoutMs;
  }

  static WalletDoor of(Vertx vertx, GatewaysConfig.Wallets wallets, int timeoutMs) {
    UpstreamClient service =
        new UpstreamClient(vertx, Gateways.WALLET, wallets.address(), wallets.http());
    return new WalletDoor(service, wallets.http().serviceToken(), timeoutMs);
  }

  /** Money leaves a user's account. */
  Future<GatewayReply> debit(long userId, Money amount, String reference) {
    return move(userId, body("debit", amount, reference));
  }

  /**
   * Money comes into a user's account. A refusal is the end of it: the name is given up first, so
   * that no earlier call under it, which may be on its way still, brings the money later.
   *
   * @param purpose {@code topup} or {@code refund}
   */
  Future<GatewayReply> credit(long userId, Money amount, String purpose, String reference) {
    return move(userId, body("credit", amount, reference).put("purpose", purpose))
        .compose(
            reply ->
                reply.isSuccess()
                    ? Future.succeededFuture(reply)
                    : giveUp(reference).map(end -> isMade(end) ? end : reply));
  }

  /** Whether the end of a name is that its movement was made. */
  static boolean isMade(GatewayReply end) {
    if (!end.isSuccess()) {
      throw NoAnswer.unreadable(NAME);
    }
    return end.json().has("movement");
  }

  private static JsonObject body(String action, Money amount, String reference) {
    return new JsonObject()
        .put("action", action)
        .put("amount", WholeAmounts.of(amount))
        .put("reference", reference);
  }

  private Future<GatewayReply> move(long userId, JsonObject body) {
    HttpRequest<Buffer> request =
        wallet
            .request(HttpMethod.PUT, "/internal/users/" + userId + "/balance")
            .putHeader("Content-Type", "application/json");
    return send(request, body.toBuffer());
  }

  /** What was made under a name. */
  Future<GatewayReply> movement(String reference) {
    return send(wallet.request(HttpMethod.GET, path(reference)), Buffer.buffer());
  }

  /** The same, after which nothing is made under that name any more. */
  Future<GatewayReply> giveUp(String reference) {
    return send(wallet.request(HttpMethod.POST, path(reference) + "/give-up"), Buffer.buffer());
  }

  private static String path(String reference) {
    return "/internal/movements/" + UpstreamClient.segment(reference);
  }

  private Future<GatewayReply> send(HttpRequest<Buffer> request, Buffer body) {
    RequestScope scope = new RequestScope("payment", Deadline.in(timeoutMs));
    return wallet
        .send(request.putHeader(ServiceToken.HEADER, secret.secret()), body, scope)
        .transform(
            answer ->
                answer.succeeded()
                    ? Future.succeededFuture(reply(answer.result()))
                    : Future.failedFuture(new NoAnswer(answer.cause().getMessage())));
  }

  private static GatewayReply reply(HttpResponse<Buffer> response) {
    int status = response.statusCode();
    if (!ANSWERS.contains(status)) {
      throw new NoAnswer(NAME + " answered " + status + ".");
    }
    try {
      return new GatewayReply(status, Json.decodeValue(response.body()));
    } catch (DecodeException | NullPointerException e) {
      throw NoAnswer.unreadable(NAME);
    }
  }
}
