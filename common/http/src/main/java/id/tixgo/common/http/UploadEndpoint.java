package id.tixgo.common.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** Answers an operation whose body is too long to be looked at on the event loop. */
@FunctionalInterface
public interface UploadEndpoint {
  /**
   * Reads the body and answers.
   *
   * @param contentType one of those that the contract names
   * @param body as it came
   */
  Future<Reply> handle(Call call, String contentType, Buffer body);
}
