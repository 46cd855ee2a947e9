package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.service.ServiceDescriptor;
import id.tixgo.common.service.ServiceDescriptors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files that a service must stand in to be run, held against the services that there are. */
class DeploymentFilesTest {
  private static final Path TOP = Path.of("..");
  private static final Pattern COMPOSE_SERVICE = Pattern.compile("(?m)^  ([a-z]+):$");

  /** A container that hears nothing on the bus. */
  private static final Pattern ALONE =
      Pattern.compile("  ([a-z]+):\n(?:    .*\n)+?      CLUSTER: \"false\"\n");

  /** Of the profile edge. */
  private static final String PROXY = "caddy";

  private static final Pattern EXTENDED =
      Pattern.compile(
          "  ([a-z]+):\n    extends:\n      file: docker-compose.yml\n      service: \\1\n");

  @Test
  void everyServiceShouldBeAContainer() throws IOException {
    assertEquals(Set.copyOf(ServiceDescriptors.names()), containers("docker-compose.yml"));
  }

  @Test
  void everyServiceShouldBeAModule() throws IOException {
    for (ServiceDescriptor service : ServiceDescriptors.all()) {
      expect("pom.xml", "<module>" + service.name() + "-verticle</module>");
    }
  }

  @Test
  void everyServiceShouldBeAMemberOfTheCluster() throws IOException {
    Set<String> members =
        Pattern.compile("CLUSTER_MEMBERS: (.*)")
            .matcher(text("docker-compose.yml"))
            .results()
            .flatMap(r -> Stream.of(r.group(1).split(",")))
            .collect(Collectors.toSet());
    Set<String> expected = new TreeSet<>(ServiceDescriptors.names());
    ALONE.matcher(text("docker-compose.yml")).results().forEach(r -> expected.remove(r.group(1)));
    assertEquals(expected, members);
  }

  @Test
  void everyServiceShouldHaveItsPortInEachListOfSettings() throws IOException {
    for (ServiceDescriptor service : ServiceDescriptors.all()) {
      String variable = service.name().toUpperCase(Locale.ROOT) + "_PORT";
      expect(".env.example", variable + "=");
      expect("README.md", "`" + variable + "`");
      expect("docker-compose.yml", variable + ": ");
      expect("deploy.sh", "\n" + service.name() + " ${" + variable + ":-");
      expect(".ci/archive-test", variable + "=");
    }
  }

  @Test
  void everyServiceShouldBeNamedToOperators() throws IOException {
    Map<String, Pattern> lists =
        Map.of(
            "bin/tixgo", Pattern.compile("Usage: bin/tixgo SERVICE\\.\\.\\.([^:]*): those"),
            "README.md", Pattern.compile("`bin/tixgo NAME…`, of ([^*]*), with"),
            ".ci/containers-test", Pattern.compile("readonly services=\\(([^)]*)\\)"));
    for (Map.Entry<String, Pattern> list : lists.entrySet()) {
      MatchResult found = list.getValue().matcher(text(list.getKey())).results().findAny().get();
      Set<String> named =
          Set.of(found.group(1).replaceAll("[`,]|\\band\\b", " ").strip().split("\\s+"));
      assertEquals(Set.copyOf(ServiceDescriptors.names()), named, list.getKey());
    }
  }

  @Test
  void metricsShouldBeForNeighboursInTheNetworkAlone() throws IOException {
    expect(".env.example", "MANAGEMENT_PORT=");
    expect("README.md", "`MANAGEMENT_PORT`");
    expect("docker-compose.yml", "INTERNAL_HOST: 0.0.0.0");
    assertFalse(text("docker-compose.yml").contains("9090"));
    for (ServiceDescriptor service : ServiceDescriptors.all()) {
      expect("ops/prometheus.yml", "- " + service.name() + ":9090\n");
    }
  }

  @Test
  void theClusterShouldBeForContainersAlone() throws IOException {
    expect("cluster.xml", "\"hazelcast.socket.bind.any\">false<");
    for (String file : List.of("docker-compose.yml", "docker-compose.prod.yml", "Dockerfile")) {
      assertFalse(text(file).contains("5701"), file);
      assertFalse(text(file).contains("network_mode"), file);
    }
  }

  private static void expect(String file, String part) throws IOException {
    assertTrue(text(file).contains(part), file + " lacks " + part);
  }

  @Test
  void theFileForProductionShouldTakeOverEveryContainer() throws IOException {
    String file = text("docker-compose.prod.yml");
    Set<String> extended =
        EXTENDED.matcher(file).results().map(r -> r.group(1)).collect(Collectors.toSet());
    assertEquals(containers("docker-compose.yml"), extended);
    assertEquals(containers("docker-compose.prod.yml"), extended);
  }

  @Test
  void theTunnelShouldLeadToEveryPublishedPort() throws IOException {
    String tunnel = text("cloudflared/config.yml.example");
    for (String port : published()) {
      assertTrue(tunnel.contains("service: http://localhost:" + port + "\n"), port);
    }
  }

  @Test
  void theProxyShouldLeadToEveryPublishedPort() throws IOException {
    List<MatchResult> published =
        Pattern.compile("\\{([A-Z]+)_PUBLIC_PORT:-")
            .matcher(text("docker-compose.yml"))
            .results()
            .toList();
    assertEquals(published().size(), published.size());
    for (MatchResult service : published) {
      expect("Caddyfile", "reverse_proxy " + service.group(1).toLowerCase(Locale.ROOT) + ":8000 {");
    }
  }

  @Test
  void theSimulatorShouldBeInNoImageAndNoRelease() throws IOException {
    for (String file : List.of("Dockerfile", "release.sh", "docker-compose.yml")) {
      assertFalse(text(file).contains("simulator"), file);
    }
    expect("Dockerfile", "\nCOPY bin/tixgo bin/tixgo\n");
    expect("release.sh", "files=(bin/tixgo ");
  }

  @Test
  void deployShouldLeaveNothingHalfDone() throws Exception {
    Process process = new ProcessBuilder("../.ci/scripts-test").redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  private static Set<String> published() throws IOException {
    return Pattern.compile("_PUBLIC_PORT:-(\\d+)}")
        .matcher(text("docker-compose.yml"))
        .results()
        .map(r -> r.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Of TixGo itself. */
  private static Set<String> containers(String file) throws IOException {
    String text = text(file);
    String section = text.substring(text.indexOf("\nservices:\n"), text.indexOf("\nvolumes:\n"));
    return COMPOSE_SERVICE
        .matcher(section)
        .results()
        .map(r -> r.group(1))
        .filter(name -> !name.equals(PROXY))
        .collect(Collectors.toSet());
  }

  private static String text(String file) throws IOException {
    return Files.readString(TOP.resolve(file));
  }
}
