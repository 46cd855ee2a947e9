package id.tixgo.common.config;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads settings from a map of environment variables. An empty value counts as unset. Each method
 * throws {@link ConfigException} with a sentence that names the variable.
 */
public record Env(Map<String, String> variables) {
  public Env {
    variables = Map.copyOf(requireNonNull(variables));
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  public String text(String name, String whenUnset) {
    return text(name).orElse(whenUnset);
  }

  /** A whole number from {@code min} to {@code max}. */
  public int number(String name, int whenUnset, int min, int max) {
    return text(name).map(v -> parse(name, v, min, max)).orElse(whenUnset);
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String name, boolean whenUnset) {
    return Boolean.parseBoolean(choice(name, String.valueOf(whenUnset), List.of("true", "false")));
  }

  public String choice(String name, String whenUnset, List<String> choices) {
    String value = text(name, whenUnset);
    if (!choices.contains(value)) {
      throw new ConfigException(
          name + " is '" + value + "', but must be one of " + String.join(", ", choices) + ".");
    }
    return value;
  }

  /** Values between commas, none of them empty. */
  public List<String> list(String name, String whenUnset) {
    return Stream.of(text(name, whenUnset).split(",", -1))
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  /** Where a neighbour answers: {@code <NAME>_BASE_URL}, or this machine at {@code <NAME>_PORT}. */
  public URI neighbour(String name, int port) {
    return neighbour(name, port, "http");
  }

  /** The same of one with a public port, which speaks HTTPS where there is a certificate. */
  public URI publicNeighbour(String name, int port) {
    return neighbour(name, port, TlsConfig.isWanted(this) ? "https" : "http");
  }

  private URI neighbour(String name, int port, String scheme) {
    String local = "//127.0.0.1:" + number(name + "_PORT", port, 0, 65_535);
    return baseUrl(name + "_BASE_URL", local, scheme);
  }

  /** An {@code http://host[:port]} address of a neighbour, without a path. */
  private URI baseUrl(String name, String whenUnset, String scheme) {
    String given = text(name, whenUnset);
    URI uri = parseUri(name, given.startsWith("//") ? scheme + ":" + given : given);
    boolean plain = uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().equals("/");
    if (!String.valueOf(uri.getScheme()).matches("https?") || uri.getHost() == null || !plain) {
      throw new ConfigException(name + " must be an address like http://identity:8000.");
    }
    return uri;
  }

  /** An {@code http} or {@code https} address of somebody else, which may have a path. */
  public URI url(String name, String whenUnset) {
    URI uri = parseUri(name, text(name, whenUnset));
    boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null;
    if (!String.valueOf(uri.getScheme()).matches("https?") || uri.getHost() == null || !plain) {
      throw new ConfigException(name + " must be an address like https://api.example.com.");
    }
    return uri;
  }

  private static int parse(String name, String value, int min, int max) {
    String range = " must be a whole number from " + min + " to " + max + ".";
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new ConfigException(name + " is '" + value + "', but" + range);
    }
    throw new ConfigException(name + " is " + value + ", but" + range);
  }

  private static URI parseUri(String name, String value) {
    try {
      return new URI(value);
    } catch (URISyntaxException e) {
      throw new ConfigException(name + " is not an address: '" + value + "'.");
    }
  }
}
