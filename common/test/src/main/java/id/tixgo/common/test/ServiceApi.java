package id.tixgo.common.test;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One service as a client sees it, maybe with a token; every answer is held to the contract. */
public record ServiceApi(
    String base, HttpClient client, ContractCheck contract, List<String> headers) {
  private static final HttpClient PLAIN =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** One that speaks HTTP. */
  public static ServiceApi at(int port, ContractCheck contract) {
    return new ServiceApi("http://127.0.0.1:" + port, PLAIN, contract, List.of());
  }

  public int port() {
    return URI.create(base).getPort();
  }

  public ServiceApi as(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public ServiceApi with(String name, String value) {
    List<String> more = new ArrayList<>(headers);
    more.addAll(List.of(name, value));
    return new ServiceApi(base, client, contract, more);
  }

  public Answer get(String path) {
    return send("GET", path, "");
  }

  public Answer post(String path, JsonObject body) {
    return with("Content-Type", "application/json").send("POST", path, body.encode());
  }

  public Answer put(String path, JsonObject body) {
    return with("Content-Type", "application/json").send("PUT", path, body.encode());
  }

  public Answer patch(String path, JsonObject body) {
    return with("Content-Type", "application/json").send("PATCH", path, body.encode());
  }

  public Answer delete(String path) {
    return send("DELETE", path, "");
  }

  /** Sends the path as it is. */
  public Answer send(String method, String path, String body) {
    return send(method, path, body.getBytes(StandardCharsets.UTF_8));
  }

  public Answer send(String method, String path, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    try {
      Answer answer = new Answer(client.send(request.build(), BodyHandlers.ofString()));
      contract.check(method, URI.create(path).getRawPath(), answer);
      return answer;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(method + " " + path, e);
    }
  }
}
