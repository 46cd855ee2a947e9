package id.tixgo.common.store.audit;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.audit.AuditFile.Found;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Keeps lines in the file {@value #NAME} of a store's folder, one after another. */
public final class FileTrail implements AuditTrail {
  public static final String NAME = "audit.ndjson";

  private final FileChannel channel;
  private final AuditFile file;
  private volatile long end;
  private volatile AuditHead last;

  private FileTrail(FileChannel channel) throws IOException {
    this.channel = requireNonNull(channel);
    this.file = AuditFile.of(channel);
    this.end = file.end();
    this.last = end == 0 ? AuditHead.NONE : head(file.at(file.startOfLine(end - 1)));
  }

  /** Goes on after the last whole line; what was cut off after it is still in the store. */
  public static FileTrail open(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve(NAME),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    FileTrail trail = new FileTrail(channel);
    channel.truncate(trail.end);
    return trail;
  }

  @Override
  public String id() throws IOException {
    return after(0, 1).stream().findFirst().map(AuditLine::hash).orElse("");
  }

  @Override
  public AuditHead last() {
    return last;
  }

  /** All or none. */
  @Override
  public void append(List<AuditLine> lines) throws IOException {
    String text = lines.stream().map(line -> line.text() + '\n').collect(Collectors.joining());
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    long from = end;
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes, from + bytes.position());
      }
    } catch (IOException e) {
      channel.truncate(from);
      throw e;
    }
    end = from + bytes.limit();
    last = lines.get(lines.size() - 1).head();
  }

  @Override
  public void sync() throws IOException {
    channel.force(true);
  }

  @Override
  public List<String> after(long seq, int limit) throws IOException {
    List<String> lines = new ArrayList<>();
    Optional<Found> line = next(file.find(seq + 1, end));
    while (line.isPresent() && lines.size() < limit) {
      lines.add(line.get().text());
      line = next(line.get().end());
    }
    return lines;
  }

  @Override
  public void before(long seq, Predicate<String> more) throws IOException {
    long at = file.find(seq, end);
    boolean wanted = true;
    while (wanted && at > 0) {
      at = file.startOfLine(at - 1);
      wanted = more.test(file.at(at).map(Found::text).orElse(""));
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private Optional<Found> next(long start) throws IOException {
    return start < end ? file.at(start) : Optional.empty();
  }

  /** Of a line that was changed by somebody else nothing is known but that it is there. */
  private static AuditHead head(Optional<Found> line) {
    String text = line.map(Found::text).orElse("");
    try {
      return AuditLine.seq(text)
          .map(seq -> new AuditHead(seq, at(text), AuditLine.hash(text)))
          .orElse(AuditHead.NONE);
    } catch (DecodeException | DateTimeException | ClassCastException | NullPointerException e) {
      return AuditHead.NONE;
    }
  }

  /** When what a line tells of happened, wherever it was told first. */
  static Instant at(String text) {
    JsonObject line = new JsonObject(text);
    JsonObject own = line.getJsonObject(AuditLine.OF, line);
    return Instant.parse(own.getJsonObject(AuditLine.ENTRY).getString("at"));
  }
}
