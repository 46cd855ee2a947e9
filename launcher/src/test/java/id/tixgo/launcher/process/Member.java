package id.tixgo.launcher.process;

import com.hazelcast.config.Config;
import com.hazelcast.config.FileSystemXmlConfig;
import id.tixgo.common.bus.Bus;
import id.tixgo.common.config.Env;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.launcher.ClusterName;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.File;
import java.io.FileNotFoundException;
import java.util.Map;

/** This JVM as a member of the cluster, with no service of its own. */
record Member(Vertx vertx) implements AutoCloseable {
  /** As those with these settings are, or as a stranger where they have another secret. */
  static Member join(String clusterConfig, Map<String, String> settings)
      throws FileNotFoundException {
    JsonFormat.install();
    System.setProperty("cluster.host", "127.0.0.1");
    System.setProperty("cluster.members", "127.0.0.1");
    Config config = new FileSystemXmlConfig(new File(clusterConfig));
    config.setClusterName(ClusterName.from(new Env(settings)));
    VertxOptions options =
        new VertxOptions().setEventBusOptions(new EventBusOptions().setHost("127.0.0.1"));
    Vertx vertx =
        Vertx.builder()
            .with(options)
            .withClusterManager(new HazelcastClusterManager(config))
            .buildClustered()
            .await();
    Bus.registerCodecs(vertx, ServiceDescriptors.busRecords());
    return new Member(vertx);
  }

  /** How many members it knows, itself among them. */
  int members() {
    return ((VertxInternal) vertx).clusterManager().getNodes().size();
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
