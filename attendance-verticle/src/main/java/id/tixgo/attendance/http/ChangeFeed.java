package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceQueries;
import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.EventStats;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.stream.StreamSource;
import id.tixgo.common.stream.StreamText;
import java.util.Optional;

/** An event's changes as its feed tells of them. */
record ChangeFeed(AttendanceQueries store, String eventId) implements StreamSource {
  private static final int PAGE = 250;

  ChangeFeed {
    requireNonNull(store);
    requireNonNull(eventId);
  }

  @Override
  public Optional<Problem> expired(long after) {
    return after < store.forgotten(eventId) || after > store.counts(eventId).lastSeq()
        ? Optional.of(expired())
        : Optional.empty();
  }

  /** The event's numbers; what happens after them comes next: their own {@code seq} is the id. */
  @Override
  public StreamText now() {
    EventStats stats = store.stats(eventId);
    long seq = stats.counts().lastSeq();
    return StreamText.none(seq)
        .with("stats", seq, JsonFormat.encode(StatsHandler.body(eventId, stats)));
  }

  @Override
  public StreamText after(long seq) {
    StreamText text = StreamText.none(seq);
    for (Change change : store.changes(eventId, seq, PAGE)) {
      text =
          text.with(
              ChangeJson.kind(change), change.seq(), JsonFormat.encode(ChangeJson.of(change)));
    }
    return text;
  }

  /** What was asked for is forgotten, in part at least; or the feed has never been that far. */
  private static Problem expired() {
    return Problem.of(
        ProblemKind.GONE,
        "FEED_EXPIRED",
        "The feed can't go on from there. Read the attendance anew, and go on from its"
            + " X-Last-Seq.");
  }
}
