package id.tixgo.common.store.postgres;

import static java.util.Objects.requireNonNull;

import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotification;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears when another node has appended, on a connection of its own; makes a new one when that ends.
 */
final class PostgresBell {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresBell.class);
  private static final long AGAIN_MS = 1000;

  private final PostgresServerAddress address;
  private final String channel;
  private final UUID node;
  private final Runnable rung;
  private volatile boolean stopped;
  private volatile PgConnection connection;

  /**
   * @param node whose own ringing isn't heard
   */
  PostgresBell(PostgresServerAddress address, String channel, UUID node, Runnable rung) {
    this.address = requireNonNull(address);
    this.channel = requireNonNull(channel);
    this.node = requireNonNull(node);
    this.rung = requireNonNull(rung);
  }

  void start() {
    address.connect().onSuccess(this::listen).onFailure(this::later);
  }

  void stop() {
    stopped = true;
    PgConnection open = connection;
    if (open != null) {
      open.close();
    }
  }

  /** Something may have been appended before it listens. */
  private void listen(PgConnection open) {
    connection = open;
    open.notificationHandler(this::hear).closeHandler(closed -> again());
    open.query(PostgresSession.LIMITS + "; LISTEN \"" + channel + "\"")
        .execute()
        .onSuccess(listening -> rung.run())
        .onFailure(failure -> open.close());
    if (stopped) {
      open.close();
    }
  }

  private void hear(PgNotification heard) {
    if (!heard.getPayload().equals(node.toString())) {
      rung.run();
    }
  }

  private void later(Throwable failure) {
    LOG.debug("{}: nobody rings: {}", channel, failure.getMessage());
    again();
  }

  private void again() {
    if (!stopped) {
      address.vertx().setTimer(AGAIN_MS, due -> start());
    }
  }
}
