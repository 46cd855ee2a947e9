package id.tixgo.common.test;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests that arrive at the same instant: each is there but for its last byte, then all last
 * bytes are sent. The connections are spread over all instances.
 */
public final class Rush implements AutoCloseable {
  private final int port;
  private final String token;
  private final List<Wire> wires = new ArrayList<>();

  /** One request; {@code headers} are whole lines, each with its end. */
  public record Request(String method, String path, String headers, JsonObject body) {
    public static Request post(String path, JsonObject body) {
      return new Request("POST", path, "", body);
    }

    private String text(String token) {
      String json = body.encode();
      return "%s %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n%s"
              .formatted(method, path, token, headers)
          + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(json.length(), json);
    }
  }

  public Rush(int port, String token) {
    this.port = port;
    this.token = token;
  }

  /** The answers in the order of the requests. */
  public List<Wire.Reply> send(List<Request> requests) {
    for (int i = wires.size(); i < requests.size(); i++) {
      wires.add(new Wire(port));
    }
    for (int i = 0; i < requests.size(); i++) {
      String text = requests.get(i).text(token);
      wires.get(i).send(text.substring(0, text.length() - 1));
    }
    List<Wire> used = wires.subList(0, requests.size());
    used.forEach(wire -> wire.send("}"));
    return used.stream().map(Wire::read).toList();
  }

  @Override
  public void close() {
    wires.forEach(Wire::close);
  }
}
