package id.tixgo.simulator;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A merchant: it calls the gateways, and hears what they have to tell. */
public final class Shop implements AutoCloseable {
  public static final String SERVER_KEY = "SB-Mid-server-TixGoSimulator";
  public static final String CALLBACK_TOKEN = "tixgo-simulator-callback";
  private static final String SECRET_KEY = "xnd_development_TixGoSimulator";
  private static final int HANG_UP = -1;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final HttpServer server;
  private final Simulator simulator;

  /** A notification that came. */
  public record Told(String path, Map<String, String> headers, JsonObject body) {
    public String text(String member) {
      return body.getString(member);
    }
  }

  public Shop() {
    this(Clock.systemUTC());
  }

  public Shop(Clock clock) {
    this(clock, config -> config);
  }

  public Shop(Clock clock, UnaryOperator<SimulatorConfig> change) {
    server =
        RunningSystem.await(
            vertx.createHttpServer().requestHandler(this::hear).listen(0, "127.0.0.1"));
    SimulatorConfig config = change.apply(SimulatorConfig.forTests(address("/hook"), clock));
    simulator = RunningSystem.await(Simulator.start(vertx, config));
  }

  /** The shop's own address of a path. */
  public String address(String path) {
    return "http://127.0.0.1:" + server.actualPort() + path;
  }

  private void hear(HttpServerRequest request) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request.headers().forEach(headers::put);
    request.body().onSuccess(body -> answer(request, headers, body));
  }

  private void answer(HttpServerRequest request, Map<String, String> headers, Buffer body) {
    told.add(new Told(request.path(), headers, body.toJsonObject()));
    Integer next = answers.poll();
    int status = next == null ? 200 : next;
    if (status == HANG_UP) {
      request.connection().close();
    } else {
      request.response().putHeader("Location", "/moved").setStatusCode(status).end();
    }
  }

  /** The next notifications are answered so; those after them with 200. */
  public void answers(Integer... statuses) {
    answers.addAll(List.of(statuses));
  }

  public void hangsUp() {
    answers.add(HANG_UP);
  }

  /** What has been told so far. */
  public List<Told> told() {
    return List.copyOf(told);
  }

  public List<Told> awaitTold(int count) {
    Eventually.await(count + " notifications", () -> told.size() >= count);
    return told();
  }

  /** The first of which a member has this value, once it has come. */
  public Told awaitTold(String member, String value) {
    Eventually.await(member + " " + value, () -> !toldOf(member, value).isEmpty());
    return toldOf(member, value).get(0);
  }

  private List<Told> toldOf(String member, String value) {
    return told.stream().filter(one -> value.equals(one.body().getValue(member))).toList();
  }

  public Answer midtrans(String method, String path, JsonObject body, String... headers) {
    return send(method, path, body.encode(), with(headers, basic(SERVER_KEY)));
  }

  public Answer midtrans(String method, String path) {
    return midtrans(method, path, new JsonObject());
  }

  public Answer xendit(String method, String path, JsonObject body, String... headers) {
    return send(method, path, body.encode(), with(headers, basic(SECRET_KEY)));
  }

  public Answer xendit(String method, String path) {
    return xendit(method, path, new JsonObject());
  }

  /** A call at the control door. */
  public Answer sim(String method, String path, JsonObject body) {
    return send(method, "/_sim" + path, body.encode(), "Accept", "application/json");
  }

  /** A move. */
  public JsonObject sim(String path) {
    return sim("POST", path, new JsonObject()).expect(200).json();
  }

  public JsonArray calls(String reference) {
    return find("/calls?reference=" + reference, "calls");
  }

  public JsonArray deliveries(String reference) {
    return find("/deliveries?reference=" + reference, "deliveries");
  }

  /** What a log says. */
  public JsonArray find(String path, String log) {
    return sim("GET", path, new JsonObject()).expect(200).json().getJsonArray(log);
  }

  public void switchOn(String name, Object position) {
    sim("PUT", "/switches", new JsonObject().put(name, position)).expect(200);
  }

  public void breakNext(String match, String kind) {
    sim("PUT", "/faults", new JsonObject().put("match", match).put("kind", kind)).expect(200);
  }

  /** A page, or a form that is sent from one. */
  public Answer browse(String method, String url, String form) {
    String path = url.startsWith("http") ? URI.create(url).getRawPath() : url;
    return method.equals("GET")
        ? send(method, path, form, "Accept", "text/html")
        : send(method, path, form, "Content-Type", "application/x-www-form-urlencoded");
  }

  public Answer send(String method, String path, String body, String... headers) {
    try {
      return new Answer(client.send(request(method, path, body, headers), ofText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public CompletableFuture<HttpResponse<String>> sendLater(
      String method, String path, JsonObject body, String... headers) {
    return client.sendAsync(
        request(method, path, body.encode(), with(headers, basic(SERVER_KEY))), ofText());
  }

  private HttpRequest request(String method, String path, String body, String... headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    return builder.headers(headers).build();
  }

  private static HttpResponse.BodyHandler<String> ofText() {
    return HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
  }

  private static String basic(String key) {
    byte[] credentials = (key + ":").getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  /** The caller's own authorisation wins. */
  private static String[] with(String[] headers, String authorization) {
    if (List.of(headers).contains("Authorization")) {
      return headers;
    }
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Authorization";
    all[headers.length + 1] = authorization;
    return all;
  }

  /** What a merchant asks of Midtrans for an order. */
  public static JsonObject order(String id, long amount) {
    JsonObject details = new JsonObject().put("order_id", id).put("gross_amount", amount);
    return new JsonObject().put("transaction_details", details);
  }

  /** A charge by a virtual account of BCA. */
  public static JsonObject charge(String id, long amount) {
    return order(id, amount)
        .put("payment_type", "bank_transfer")
        .put("bank_transfer", new JsonObject().put("bank", "bca"));
  }

  /** A charge by QRIS. */
  public static JsonObject qris(String id, long amount) {
    return order(id, amount).put("payment_type", "qris").put("qris", new JsonObject());
  }

  public static JsonObject invoice(String externalId, long amount) {
    return new JsonObject().put("external_id", externalId).put("amount", amount);
  }

  @Override
  public void close() {
    RunningSystem.await(vertx.close());
  }
}
