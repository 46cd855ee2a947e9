package id.tixgo.common.http;

import id.tixgo.common.scope.AnsweredBefore;
import id.tixgo.common.scope.KeptAnswer;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** The first answer again, for a request that came again under its key. */
public final class IdempotentReplay {
  /** Says that nothing was done for this answer. */
  public static final String HEADER = "Idempotency-Replayed";

  private IdempotentReplay() {}

  /** The answer that is kept, if that is how the call failed. */
  static Future<Reply> of(Call call, Throwable failure) {
    return failure instanceof AnsweredBefore before
        ? Future.succeededFuture(reply(call, before.answer()))
        : Future.failedFuture(failure);
  }

  /** Marks the call's answer when a neighbour's is marked. */
  public static void pass(MultiMap headers, Call call) {
    if (headers.contains(HEADER)) {
      mark(call);
    }
  }

  /** Marks what the call is going to be answered, a problem too. */
  public static void mark(Call call) {
    call.request().response().putHeader(HEADER, "true");
  }

  private static Reply reply(Call call, KeptAnswer kept) {
    Reply reply = Reply.bytes(kept.status(), kept.contentType(), body(call, kept));
    for (var header : kept.headers().entrySet()) {
      reply = reply.withHeader(header.getKey(), header.getValue());
    }
    return reply.withHeader(HEADER, "true");
  }

  private static Buffer body(Call call, KeptAnswer kept) {
    return kept.contentType().equals(ProblemWriter.CONTENT_TYPE)
        ? new JsonObject(kept.body()).put("request_id", call.scope().requestId()).toBuffer()
        : Buffer.buffer(kept.body());
  }
}
