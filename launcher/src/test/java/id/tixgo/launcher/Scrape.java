package id.tixgo.launcher;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.test.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a management port tells, as Prometheus reads it. */
record Scrape(String text) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Pattern SAMPLE =
      Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  Scrape {
    requireNonNull(text);
  }

  /** One line. */
  record Sample(String name, Map<String, String> labels, double value) {}

  /** Settings of a system that shows its metrics. */
  static Map<String, String> settings() {
    return Map.of("MANAGEMENT_PORT", FreePort.next());
  }

  static Scrape of(String port) {
    HttpResponse<String> answer = get(port, "/metrics");
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
    return new Scrape(answer.body());
  }

  static HttpResponse<String> get(String port, String path) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(path, e);
    }
  }

  List<Sample> samples() {
    return SAMPLE.matcher(text).results().map(Scrape::sample).toList();
  }

  private static Sample sample(MatchResult line) {
    Map<String, String> labels = new TreeMap<>();
    Matcher pairs = LABEL.matcher(line.group(2) == null ? "" : line.group(2));
    while (pairs.find()) {
      labels.put(pairs.group(1), pairs.group(2));
    }
    return new Sample(line.group(1), labels, Double.parseDouble(line.group(3)));
  }

  /**
   * The sum of the samples of that name with these labels.
   *
   * @param labels names and values in turn
   */
  double value(String name, String... labels) {
    return samples().stream()
        .filter(sample -> sample.name().equals(name) && has(sample, labels))
        .mapToDouble(Sample::value)
        .sum();
  }

  private static boolean has(Sample sample, String... labels) {
    for (int i = 0; i < labels.length; i += 2) {
      if (!labels[i + 1].equals(sample.labels().get(labels[i]))) {
        return false;
      }
    }
    return true;
  }

  /** The labels of each name. */
  Map<String, Set<String>> nameToLabels() {
    Map<String, Set<String>> names = new TreeMap<>();
    samples()
        .forEach(
            s -> names.computeIfAbsent(s.name(), n -> new TreeSet<>()).addAll(s.labels().keySet()));
    return names;
  }

  /** All values of labels. */
  Set<String> labelValues() {
    Set<String> values = new TreeSet<>();
    samples().forEach(sample -> values.addAll(sample.labels().values()));
    return values;
  }
}
