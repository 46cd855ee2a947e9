package id.tixgo.common.store.audit;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedPage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code GET /internal/audit}: this service's part of the audit, for the one that gathers it. */
public final class AuditFeedHandler {
  /** What a message's facts are: the line as it stands in the file. */
  record Told(String line) {}

  private final Vertx vertx;
  private final AuditPen pen;

  public AuditFeedHandler(Vertx vertx, Audit audit) {
    this.vertx = requireNonNull(vertx);
    this.pen = audit.pen();
  }

  public void register(Api api) {
    api.on("auditFeed", this::page);
  }

  private Future<Reply> page(Call call) {
    long after = call.query("after").map(Long::valueOf).orElse(0L);
    return vertx.executeBlocking(
        () -> Reply.json(200, page(pen.trail(), after, Page.limit(call))), false);
  }

  /** The feed is the one that begins with that line. */
  private static FeedPage page(AuditTrail trail, long after, int limit) throws IOException {
    Optional<FeedMessage> known =
        after == 0
            ? Optional.empty()
            : trail.after(after - 1, 1).stream().findFirst().map(AuditFeedHandler::message);
    List<FeedMessage> messages =
        trail.after(after, limit).stream().map(AuditFeedHandler::message).toList();
    return new FeedPage(trail.id(), trail.last().seq(), known.map(FeedMessage::at), messages);
  }

  private static FeedMessage message(String line) {
    return new FeedMessage(
        AuditLine.seq(line).orElseThrow(),
        "audited",
        FileTrail.at(line),
        new JsonObject().put("line", line).encode());
  }
}
