package id.tixgo.launcher;

import static java.util.Objects.requireNonNull;

import com.hazelcast.config.Config;
import com.hazelcast.config.FileSystemXmlConfig;
import id.tixgo.common.bus.Bus;
import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.service.ServiceDescriptors;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes the Vert.x that services run on: alone, or as a member of a cluster.
 *
 * @param clusterConfig Hazelcast's file; empty when there is no cluster
 * @param clusterMembers the names or addresses of all members, with commas between
 * @param clusterName which no stranger can know
 * @param clusterHost the name or address under which other members reach this one
 */
record VertxFactory(
    Optional<Path> clusterConfig, String clusterName, String clusterHost, String clusterMembers) {
  private static final int WORKERS = 4;

  /** A container that is made anew has another address, whatever was said of the old one. */
  private static final int ADDRESS_SECONDS = 1;

  VertxFactory {
    requireNonNull(clusterConfig);
    requireNonNull(clusterName);
    requireNonNull(clusterHost);
    requireNonNull(clusterMembers);
  }

  static VertxFactory from(Env env) {
    Path file = Path.of(env.text("CLUSTER_CONFIG", "cluster.xml"));
    boolean clustered = env.flag("CLUSTER", false);
    if (clustered && !Files.isReadable(file)) {
      throw new ConfigException("CLUSTER_CONFIG names " + file + ", which can't be read.");
    }
    return new VertxFactory(
        clustered ? Optional.of(file) : Optional.empty(),
        clustered ? ClusterName.from(env) : "",
        env.text("CLUSTER_HOST", "127.0.0.1"),
        env.text("CLUSTER_MEMBERS", "127.0.0.1"));
  }

  /** There is one class loader, which no thread has to be told of at each of its turns. */
  Future<Vertx> vertx(int cores) {
    VertxOptions options =
        new VertxOptions()
            .setEventLoopPoolSize(cores)
            .setWorkerPoolSize(WORKERS)
            .setInternalBlockingPoolSize(WORKERS)
            .setDisableTCCL(true)
            .setAddressResolverOptions(
                new AddressResolverOptions().setCacheMaxTimeToLive(ADDRESS_SECONDS))
            .setPreferNativeTransport(true);
    return clusterConfig
        .map(file -> clustered(options, file))
        .orElseGet(() -> Future.succeededFuture(Vertx.vertx(options)))
        .onSuccess(vertx -> Bus.registerCodecs(vertx, ServiceDescriptors.busRecords()));
  }

  private Future<Vertx> clustered(VertxOptions options, Path file) {
    options.setEventBusOptions(new EventBusOptions().setHost(clusterHost));
    // What reads the file logs before the file can say where to.
    System.setProperty("hazelcast.logging.type", "slf4j");
    // Its schema takes longer to read than the rest of Hazelcast to start; names it doesn't know
    // are refused anyway.
    System.setProperty("hazelcast.config.schema.validation.enabled", "false");
    System.setProperty("cluster.host", clusterHost);
    System.setProperty("cluster.members", clusterMembers);
    try {
      Config hazelcast = new FileSystemXmlConfig(file.toFile()).setClusterName(clusterName);
      // Else the name, by which one becomes a member, is in each of its lines.
      hazelcast.setProperty("hazelcast.logging.details.enabled", "false");
      return Vertx.builder()
          .with(options)
          .withClusterManager(new HazelcastClusterManager(hazelcast))
          .buildClustered();
    } catch (FileNotFoundException | RuntimeException e) {
      throw new ConfigException(
          "CLUSTER_CONFIG names " + file + ", which Hazelcast can't use: " + e.getMessage());
    }
  }

  /** Without the name. */
  @Override
  public String toString() {
    return "VertxFactory of " + clusterMembers;
  }
}
