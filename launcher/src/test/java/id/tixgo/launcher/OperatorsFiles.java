package id.tixgo.launcher;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the rules and dashboards of {@code ops} ask Prometheus for. */
final class OperatorsFiles {
  static final Path OPS = Path.of("..", "ops");

  private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
  private static final Pattern RULE =
      Pattern.compile("(?m)^        expr: (?:>-\n((?:          .*\n)+)|(.*)\n)");
  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
  private static final Pattern METRIC =
      Pattern.compile("\\b((?:tixgo|jvm|process|system)_\\w+|up)\\b(?:\\{([^}]*)})?");
  private static final Pattern MATCHER = Pattern.compile("(\\w+)(?:=~|!~|!=|=)");
  private static final Pattern GROUPED = Pattern.compile("\\b(?:by|without) \\(([^)]*)\\)");

  /** What Prometheus adds to what it reads, and those of its own series. */
  private static final Set<String> OF_PROMETHEUS = Set.of("instance", "job");

  private OperatorsFiles() {}

  static List<String> alerts() {
    return ALERT.matcher(text("alerts.yml")).results().map(r -> r.group(1)).toList();
  }

  static List<String> rules() {
    return RULE.matcher(text("alerts.yml"))
        .results()
        .map(r -> r.group(1) == null ? r.group(2) : r.group(1))
        .toList();
  }

  static List<JsonObject> dashboards() {
    try (Stream<Path> files = Files.list(OPS.resolve("grafana"))) {
      return files.map(file -> new JsonObject(text("grafana/" + file.getFileName()))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> queries(JsonObject dashboard) {
    return objects(dashboard.getJsonArray("panels"))
        .flatMap(panel -> objects(panel.getJsonArray("targets")))
        .map(target -> target.getString("expr").replace("$__rate_interval", "1m"))
        .toList();
  }

  /** The metrics of an expression, each with the labels that it is asked for. */
  static Map<String, Set<String>> metrics(String expression) {
    String plain = TEXT.matcher(expression).replaceAll("\"\"");
    Set<String> grouped = new TreeSet<>();
    GROUPED.matcher(plain).results().forEach(r -> grouped.addAll(names(r.group(1))));
    String rest = GROUPED.matcher(plain).replaceAll("");
    Map<String, Set<String>> metrics = new TreeMap<>();
    METRIC
        .matcher(rest)
        .results()
        .filter(r -> !r.group(1).equals("up"))
        .forEach(
            r -> {
              Set<String> labels = metrics.computeIfAbsent(r.group(1), n -> new TreeSet<>());
              labels.addAll(grouped);
              String matchers = r.group(2) == null ? "" : r.group(2);
              MATCHER.matcher(matchers).results().forEach(m -> labels.add(m.group(1)));
              labels.removeAll(OF_PROMETHEUS);
            });
    return metrics;
  }

  private static List<String> names(String list) {
    return Stream.of(list.split(",", -1)).map(String::strip).toList();
  }

  private static Stream<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast);
  }

  static String text(String file) {
    try {
      return Files.readString(OPS.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
