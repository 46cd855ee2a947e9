package id.tixgo.launcher.process;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.clients.attendance.AttendanceChanges;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Follows an event from another JVM than Attendance's: the bus says that something happened, the
 * pulled feed says what.
 *
 * @param told what the bus named, in the order in which it came
 * @param seqs what the feed held, in its order
 */
record Follower(
    WebClient client, int port, String path, String token, List<Long> told, List<Long> seqs) {
  /** Complete when the cluster knows of it. */
  static Follower of(Vertx vertx, String port, String event, String token) {
    Follower follower =
        new Follower(
            WebClient.create(vertx),
            Integer.parseInt(port),
            "/attendance/" + event + "/changes?limit=1000&after=",
            token,
            new CopyOnWriteArrayList<>(),
            new CopyOnWriteArrayList<>());
    new Bus(vertx)
        .listen(AttendanceChanges.address(event), AttendanceChanges.class, follower::hear)
        .known()
        .await();
    return follower;
  }

  private void hear(AttendanceChanges changes) {
    changes.changes().forEach(change -> told.add(change.seq()));
    pull();
  }

  private Future<HttpResponse<Buffer>> pull() {
    return client
        .get(port, "127.0.0.1", path + seqs.size())
        .bearerTokenAuthentication(token)
        .send()
        .onSuccess(answer -> answer.bodyAsJsonArray().forEach(this::take));
  }

  /** Pulls overlap: what is known is left out. */
  private void take(Object change) {
    long seq = ((JsonObject) change).getLong("seq");
    if (seq == seqs.size() + 1) {
      seqs.add(seq);
    }
  }
}
