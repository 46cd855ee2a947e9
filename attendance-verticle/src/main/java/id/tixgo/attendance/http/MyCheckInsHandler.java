package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceBook;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.token.Role;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** {@code GET /checkins}: what the caller checked in, or for an admin what someone else did. */
public final class MyCheckInsHandler {
  private final AttendanceBook store;

  private record Body(String userId, List<RecordJson> checkins) {}

  public MyCheckInsHandler(AttendanceBook store) {
    this.store = requireNonNull(store);
  }

  public void register(Api api) {
    api.on("myCheckins", this::handle);
  }

  private Future<Reply> handle(Call call) {
    String staff = staff(call);
    Page<ScanRecord> page = page(call, staff);
    List<RecordJson> records = page.items().stream().map(RecordJson::of).toList();
    return Future.succeededFuture(page.describe(call, Reply.json(200, new Body(staff, records))));
  }

  private Page<ScanRecord> page(Call call, String staff) {
    Optional<String> eventId = call.query("event_id");
    long offset = Page.cursor(call);
    List<ScanRecord> items = store.checkInsBy(staff, eventId, offset, Page.limit(call));
    long end = Math.min(offset, Integer.MAX_VALUE) + Page.limit(call);
    boolean more = end < store.placesBy(staff, eventId);
    Optional<String> next = Optional.of(String.valueOf(end)).filter(cursor -> more);
    return new Page<>(items, next, store.totalBy(staff, eventId));
  }

  private static String staff(Call call) {
    String self = call.caller().username();
    String asked = call.query("user").orElse(self);
    if (!asked.equals(self) && call.caller().role() != Role.ADMIN) {
      throw Problem.of(ProblemKind.FORBIDDEN, "Only an admin may see what others checked in.");
    }
    return asked;
  }
}
