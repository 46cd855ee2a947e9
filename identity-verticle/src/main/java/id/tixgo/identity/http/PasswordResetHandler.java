package id.tixgo.identity.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.identity.domain.PasswordResets;
import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /auth/password/forgot} and {@code POST /auth/password/reset}. */
public final class PasswordResetHandler {
  private static final Logger LOG = LoggerFactory.getLogger(PasswordResetHandler.class);
  private static final Said ANSWER =
      new Said("If there is such a user with an e-mail address, a mail is on its way.");

  private final PasswordResets resets;
  private final AccessLimits limits;

  private record Forgotten(String login) {}

  private record NewPassword(String token, String newPassword) {}

  private record Said(String message) {}

  public PasswordResetHandler(PasswordResets resets, AccessLimits limits) {
    this.resets = requireNonNull(resets);
    this.limits = requireNonNull(limits);
  }

  public void register(Api api) {
    api.on("forgotPassword", this::forgot);
    api.on("resetPassword", this::reset);
  }

  /** Answers before anything is stored: how long it takes tells nobody whose name there is. */
  private Future<Reply> forgot(Call call) {
    String login = call.body(Forgotten.class).login();
    limits.forgot(call, login);
    resets
        .forgotten(login, limits::admitsMail)
        .onFailure(failure -> LOG.warn("no password can be reset", failure));
    return Future.succeededFuture(Reply.json(202, ANSWER));
  }

  private Future<Reply> reset(Call call) {
    NewPassword body = call.body(NewPassword.class);
    return resets.reset(body.token(), body.newPassword()).map(done -> Reply.noContent());
  }
}
