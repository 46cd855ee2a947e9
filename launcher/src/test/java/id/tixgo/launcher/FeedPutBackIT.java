package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.tixgo.common.store.feed.FeedConsumer;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** An Event whose store was put back to what it was, or is another one. */
class FeedPutBackIT extends Apart {
  @Test
  void attendanceShouldStopAndSaySoWhenEventsStoreIsPutBack() {
    ListAppender<ILoggingEvent> log = listen();
    Path older = RunningSystem.newFolder();
    try (RunningSystem attendance = attendance()) {
      try (RunningSystem event = event(events)) {
        cancelled(event, "e1");
      }
      copy(events, older);
      try (RunningSystem event = event(events)) {
        cancelled(event, "e2");
        awaitSeq(attendance, 4);
      }
      try (RunningSystem event = event(older)) {
        awaitState(attendance, "stopped");
        assertEquals(
            "it ends at message 2 and was read up to 4", attendance.feed().getString("detail"));
        scan(attendance, "e2").expect(409, "EVENT_CANCELLED");
        cancelled(event, "e3");
        cancelled(event, "e4");
        Eventually.await("the other history is noticed", () -> isOtherHistory(attendance));
        scan(attendance, "e3").expect(201);
        restart(attendance).expect(200);
        awaitSeq(attendance, 6);
        scan(attendance, "e3").expect(409, "EVENT_CANCELLED");
        scan(attendance, "e2").expect(201);
      }
    }
    assertEquals(
        1,
        log.list.stream()
            .map(ILoggingEvent::getFormattedMessage)
            .filter(line -> line.startsWith("the feed of event isn't followed any more"))
            .filter(line -> line.endsWith("it ends at message 2 and was read up to 4"))
            .count());
  }

  @Test
  void attendanceShouldStopWhenEventBeginsWithAnEmptyStore() {
    try (RunningSystem attendance = attendance()) {
      try (RunningSystem event = event(events)) {
        cancelled(event, "e1");
        awaitSeq(attendance, 2);
      }
      try (RunningSystem event = event(RunningSystem.newFolder())) {
        cancelled(event, "e2");
        cancelled(event, "e3");
        awaitState(attendance, "stopped");
        assertTrue(attendance.feed().getString("detail").startsWith("it is another feed"));
        scan(attendance, "e2").expect(201);
      }
    }
    try (RunningSystem attendance = attendance();
        RunningSystem event = event(RunningSystem.newFolder())) {
      cancelled(event, "e4");
      awaitState(attendance, "stopped");
      assertEquals(2, attendance.feed().getInteger("seq"));
    }
    try (RunningSystem attendance = attendance();
        RunningSystem event = event(events)) {
      cancelled(event, "e5");
      awaitSeq(attendance, 4);
      scan(attendance, "e5").expect(409, "EVENT_CANCELLED");
    }
  }

  private static boolean isOtherHistory(RunningSystem attendance) {
    return attendance
        .feed()
        .getString("detail")
        .equals("its message 4 is another than the one that was read");
  }

  private static Answer restart(RunningSystem attendance) {
    return attendance
        .attendance()
        .with("X-Service-Token", RunningSystem.SERVICE_TOKEN)
        .send("POST", "/internal/feeds/event/restart", "");
  }

  private static ListAppender<ILoggingEvent> listen() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    ((Logger) LoggerFactory.getLogger(FeedConsumer.class)).addAppender(log);
    return log;
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.resolveSibling("."));
        Files.copy(file, copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
