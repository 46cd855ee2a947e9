package id.tixgo.common.sheet;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.scope.Deadline;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A response's body as a worker thread writes it: a write returns when the client has taken it, and
 * fails when the client is gone or the time is over.
 */
final class ResponseStream extends OutputStream {
  private final HttpServerResponse response;
  private final Deadline deadline;

  ResponseStream(HttpServerResponse response, Deadline deadline) {
    this.response = requireNonNull(response);
    this.deadline = requireNonNull(deadline);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Buffer chunk = Buffer.buffer(length).appendBytes(bytes, offset, length);
    try {
      response
          .write(chunk)
          .toCompletionStage()
          .toCompletableFuture()
          .get(deadline.remainingMs(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("The client did not take it.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The worker was stopped.", e);
    }
  }
}
