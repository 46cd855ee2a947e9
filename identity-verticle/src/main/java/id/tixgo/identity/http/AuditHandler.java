package id.tixgo.identity.http;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.sheet.Sheet;
import id.tixgo.common.sheet.SheetFormat;
import id.tixgo.common.sheet.Sheets;
import id.tixgo.common.sheet.Zone;
import id.tixgo.common.store.audit.Audit;
import id.tixgo.common.store.audit.AuditPen;
import id.tixgo.common.store.audit.AuditTrail;
import id.tixgo.common.store.audit.GatheredEntry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code GET /audit}: who changed what, the newest first; for admins. */
public final class AuditHandler {
  private static final int LONGEST_SHEET = 10_000;

  /** A search may walk through all of a long file: few at once, and none where others work. */
  private static final int SEARCHES = 2;

  private static final int LONGEST_MINUTES = 10;

  private final WorkerExecutor searches;
  private final AuditPen pen;
  private final Sheets sheets;

  public AuditHandler(Vertx vertx, Audit audit) {
    this.searches =
        vertx.createSharedWorkerExecutor(
            "audit-search", SEARCHES, LONGEST_MINUTES, TimeUnit.MINUTES);
    this.pen = audit.pen();
    this.sheets = new Sheets(vertx);
  }

  public void register(Api api) {
    api.stream("listAudit", this::list);
  }

  private Future<?> list(Call call, HttpServerResponse response) {
    SheetFormat format = SheetFormat.of(call);
    Zone.of(call);
    response.headers().add("Vary", "Accept");
    return format == SheetFormat.JSON
        ? searches
            .executeBlocking(() -> page(call), false)
            .compose(page -> page.describe(call, reply(page)).writeTo(call))
        : searches
            .executeBlocking(() -> search(call, LONGEST_SHEET), false)
            .compose(found -> write(found, call, response, format));
  }

  private Future<?> write(
      AuditSearch found, Call call, HttpServerResponse response, SheetFormat format) {
    response.putHeader("X-Total-Count", String.valueOf(found.total()));
    return sheets.write(call, response, format, sheet(found, Zone.of(call)));
  }

  private Page<GatheredEntry> page(Call call) throws IOException {
    AuditSearch found = search(call, Page.limit(call));
    return new Page<>(found.items(), found.next(), found.total());
  }

  private AuditSearch search(Call call, int limit) throws IOException {
    long before = Page.cursor(call) == 0 ? Long.MAX_VALUE : Page.cursor(call);
    AuditTrail trail = pen.trail();
    boolean all = AuditFilter.isNone(call);
    Optional<Long> known = all ? Optional.of(trail.last().seq()) : Optional.empty();
    AuditSearch search = new AuditSearch(AuditFilter.of(call), before, limit, known);
    trail.before(all ? before : Long.MAX_VALUE, search);
    return search;
  }

  private static Reply reply(Page<GatheredEntry> page) {
    return Reply.json(200, page.items().stream().map(AuditJson::of).toList());
  }

  private static Sheet<GatheredEntry> sheet(AuditSearch found, Zone zone) {
    return new Sheet<>("audit", AuditJson.columns(zone), List.of(found.items()).iterator());
  }
}
