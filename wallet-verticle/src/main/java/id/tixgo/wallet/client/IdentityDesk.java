package id.tixgo.wallet.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.common.upstream.UpstreamResponses;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Identity, which makes users and knows their passwords. Fails with the problems that it has. */
public final class IdentityDesk {
  private final UpstreamClient identity;

  /**
   * Who asks.
   *
   * @param headers where the request came from, and what else goes along
   */
  public record Asking(RequestScope scope, MultiMap headers) {
    public Asking {
      requireNonNull(scope);
      requireNonNull(headers);
    }
  }

  /**
   * A user as Identity knows him.
   *
   * @param name the full name, else the username
   * @param email null for none
   */
  public record IdentityUser(long id, String name, String email) {
    public IdentityUser {
      requireNonNull(name);
    }

    public Optional<String> address() {
      return Optional.ofNullable(email);
    }
  }

  /**
   * A user that was made.
   *
   * @param again whether it had been made under the same key before
   */
  public record NewUser(long id, boolean again) {}

  private record Registered(long id) {}

  private record AccessToken(String accessToken) {}

  private record Registration(String fullName, String email, String password) {}

  private record Login(String email, String password) {}

  public IdentityDesk(UpstreamClient identity) {
    this.identity = requireNonNull(identity);
  }

  /** Makes an account with the role {@code user}. */
  public Future<NewUser> register(Asking asking, String fullName, String email, String password) {
    Registration body = new Registration(fullName, email, password);
    return send(asking, HttpMethod.POST, "/auth/register", JsonFormat.encode(body))
        .map(
            answer -> new NewUser(read(answer), answer.headers().contains("Idempotency-Replayed")));
  }

  private static long read(HttpResponse<Buffer> answer) {
    return UpstreamResponses.read(answer, Registered.class).id();
  }

  /** A token for who knows the password. */
  public Future<String> logIn(Asking asking, String email, String password) {
    Login body = new Login(email, password);
    return send(asking, HttpMethod.POST, "/auth/login", JsonFormat.encode(body))
        .map(answer -> UpstreamResponses.read(answer, AccessToken.class).accessToken());
  }

  /** Whose token it is that goes along. */
  public Future<IdentityUser> me(Asking asking) {
    return send(asking, HttpMethod.GET, "/auth/me", Buffer.buffer())
        .map(answer -> UpstreamResponses.read(answer, IdentityUser.class));
  }

  /**
   * Changes what a user says of himself.
   *
   * @param fullName null to leave it, like {@code email}
   */
  public Future<IdentityUser> change(Asking asking, long id, String fullName, String email) {
    Map<String, String> body = new LinkedHashMap<>();
    Optional.ofNullable(fullName).ifPresent(name -> body.put("full_name", name));
    Optional.ofNullable(email).ifPresent(address -> body.put("email", address));
    return send(asking, HttpMethod.PUT, "/users/" + id, JsonFormat.encode(body))
        .map(answer -> UpstreamResponses.read(answer, IdentityUser.class));
  }

  private Future<HttpResponse<Buffer>> send(
      Asking asking, HttpMethod method, String path, Buffer body) {
    HttpRequest<Buffer> request = identity.request(method, path);
    request.headers().addAll(asking.headers());
    if (body.length() > 0) {
      request.putHeader("Content-Type", "application/json");
    }
    return identity.send(request, body, asking.scope());
  }
}
