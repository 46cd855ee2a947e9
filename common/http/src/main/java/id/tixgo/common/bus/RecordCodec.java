package id.tixgo.common.bus;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.json.JsonFormat;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;
import io.vertx.core.json.Json;

/** Passes a record by reference inside the JVM and as JSON, its length before it, on the wire. */
final class RecordCodec<T extends Record> implements MessageCodec<T, T> {
  private final Class<T> type;

  RecordCodec(Class<T> type) {
    this.type = requireNonNull(type);
  }

  @Override
  public void encodeToWire(Buffer wire, T message) {
    Buffer json = JsonFormat.encode(message);
    wire.appendInt(json.length()).appendBuffer(json);
  }

  @Override
  public T decodeFromWire(int position, Buffer wire) {
    int start = position + Integer.BYTES;
    return Json.decodeValue(wire.getBuffer(start, start + wire.getInt(position)), type);
  }

  @Override
  public T transform(T message) {
    return message;
  }

  @Override
  public String name() {
    return type.getName();
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
