package id.tixgo.report.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StoreParts;
import id.tixgo.common.store.audit.Audit;
import id.tixgo.common.store.feed.FeedPositions;
import io.vertx.core.Vertx;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What other services have told, in local maps that all instances share. */
public final class ReportState implements Projection {
  private static final String DICTIONARY =
      "{\"transfer\":{\"id\":1,\"sender_id\":1,\"receiver_id\":2,\"amount\":{\"minor\":1000000,"
          + "\"currency\":\"IDR\"},\"status\":\"COMPLETED\",\"created_at\":\"2026-\",\"at\":"
          + "\"2026-\"}}\n"
          + "{\"movement\":{\"number\":1,\"user_id\":1,\"kind\":\"SPENT\",\"amount\":{\"minor\":"
          + "1000000,\"currency\":\"IDR\"},\"at\":\"2026-\"}}\n";

  /** What is followed. */
  static final List<Teller> TELLERS =
      List.of(
          new ToldWallets(), new ToldReportEvents(), new ToldTicketSales(), new ToldOnlineMoney());

  private final StagedMaps maps;
  private final StoreParts parts;
  private final EntryTypes types;
  final MapGroup moment = new MapGroup();
  final FeedFactTables facts;
  public final FeedPositions positions;
  public final Audit audit;

  public ReportState(Vertx vertx) {
    this.maps = new StagedMaps(vertx.sharedData());
    this.facts = new FeedFactTables(maps, moment, TELLERS);
    this.positions = new FeedPositions(maps, "report");
    this.audit = new Audit(maps, "report", ReportAudit.rules());
    this.parts = StoreParts.of(facts, positions, audit);
    this.types = parts.register(new EntryTypes("report", 1, DICTIONARY));
  }

  @Override
  public StagedMaps maps() {
    return maps;
  }

  @Override
  public EntryTypes types() {
    return types;
  }

  @Override
  public Optional<Audit> audit() {
    return Optional.of(audit);
  }

  @Override
  public Iterator<Record> snapshot() {
    return parts.snapshot().iterator();
  }

  @Override
  public long snapshotSize() {
    return parts.snapshotSize();
  }
}
