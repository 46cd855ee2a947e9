package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceQueries;
import id.tixgo.attendance.domain.CheckInList;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Staff;
import id.tixgo.attendance.domain.Whose;
import id.tixgo.common.caller.Role;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code GET /checkins}: what the caller checked in, or for an admin what someone else did. */
public final class MyCheckInsHandler {
  private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,17}");

  private final AttendanceQueries store;

  private record Body(String userId, List<RecordJson> checkins) {}

  public MyCheckInsHandler(AttendanceQueries store) {
    this.store = requireNonNull(store);
  }

  public void register(Api api) {
    api.on("myCheckins", this::handle);
  }

  private Future<Reply> handle(Call call) {
    Whose whose = whose(call);
    Page<ScanRecord> page = page(call, whose);
    List<RecordJson> records = page.items().stream().map(RecordJson::of).toList();
    Body body = new Body(name(whose), records);
    return Future.succeededFuture(page.describe(call, Reply.json(200, body)));
  }

  private Page<ScanRecord> page(Call call, Whose whose) {
    Optional<String> eventId = call.query("event_id");
    long offset = Page.cursor(call);
    CheckInList list = store.checkInsBy(whose, eventId, offset, Page.limit(call));
    long end = Math.min(offset, Integer.MAX_VALUE) + Page.limit(call);
    Optional<String> next = Optional.of(String.valueOf(end)).filter(cursor -> end < list.places());
    return new Page<>(list.checkIns(), next, list.total());
  }

  /** Digits are a number, whatever names there are; names have no case, as in Identity. */
  private static Whose whose(Call call) {
    Staff self = Callers.staff(call);
    Optional<String> asked = call.query("user");
    Optional<Long> number = asked.filter(NUMBER.asMatchPredicate()).map(Long::valueOf);
    if (asked.isEmpty()
        || number.map(id -> id == self.id()).orElse(asked.get().equalsIgnoreCase(self.name()))) {
      return new Whose.Own(self);
    }
    if (call.caller().role() != Role.ADMIN) {
      throw Problem.of(ProblemKind.FORBIDDEN, "Only an admin may see what others checked in.");
    }
    return number.<Whose>map(Whose.Numbered::new).orElseGet(() -> new Whose.Named(asked.get()));
  }

  private String name(Whose whose) {
    if (whose instanceof Whose.Own own) {
      return own.staff().name();
    }
    return whose instanceof Whose.Numbered account
        ? store.nameOf(account.id()).orElse(String.valueOf(account.id()))
        : ((Whose.Named) whose).name();
  }
}
