package id.tixgo.common.scope;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** What a request was answered, to be answered again. */
public record KeptAnswer(int status, String contentType, Map<String, String> headers, String body) {
  public KeptAnswer {
    requireNonNull(contentType);
    headers = Map.copyOf(headers);
    requireNonNull(body);
  }
}
