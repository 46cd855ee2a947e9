package id.tixgo.launcher.process;

import com.hazelcast.config.Config;
import com.hazelcast.config.FileSystemXmlConfig;
import id.tixgo.common.bus.Bus;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.service.ServiceDescriptors;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.File;
import java.io.FileNotFoundException;

/** This JVM as a member of the cluster, with no service of its own. */
record Member(Vertx vertx) implements AutoCloseable {
  static Member join(String clusterConfig) throws FileNotFoundException {
    JsonFormat.install();
    System.setProperty("cluster.host", "127.0.0.1");
    System.setProperty("cluster.members", "127.0.0.1");
    Config config = new FileSystemXmlConfig(new File(clusterConfig));
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

  @Override
  public void close() {
    vertx.close().await();
  }
}
