package id.tixgo.wallet.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StoreParts;
import id.tixgo.common.store.audit.Audit;
import id.tixgo.common.store.feed.FeedPositions;
import id.tixgo.common.store.feed.ServiceFeed;
import id.tixgo.common.store.key.RequestKeys;
import io.vertx.core.Vertx;
import java.util.Iterator;
import java.util.Optional;

/** Accounts, transfers and the ledger, in local maps that all instances share. */
public final class WalletBooks implements Projection {
  private static final String DICTIONARY =
      "{\"transfer\":{\"id\":1,\"sender_id\":1,\"receiver_id\":2,\"minor\":1000000,\"status\":"
          + "\"PENDING\",\"description\":\"\",\"hidden\":false,\"created_at\":\"2026-\","
          + "\"updated_at\":\"2026-\"}}\n"
          + "{\"movement\":{\"number\":1,\"at\":\"2026-\",\"kind\":\"TRANSFER\",\"from\":{\"name\":"
          + "\"user:1\"},\"to\":{\"name\":\"user:2\"},\"minor\":1000000,\"user_id\":1,"
          + "\"available\":1000000,\"transfer_id\":1}}\n"
          + "{\"message\":{\"seq\":1,\"type\":\"transfer_completed\",\"at\":\"2026-\",\"data\":"
          + "{\"id\":1,\"sender_id\":1,\"receiver_id\":2,\"amount\":{\"minor\":1000000,"
          + "\"currency\":\"IDR\"},\"description\":\"\"}}}\n";

  private final StagedMaps maps;
  private final StoreParts parts;
  private final EntryTypes types;
  final MapGroup moment = new MapGroup();
  final AccountTable accounts;
  final HoldingsTable holdings;
  final MovementTable movements;
  final TransferTable transfers;
  final GivenUpTable givenUp;
  public final FeedPositions positions;
  public final ServiceFeed feed;
  public final RequestKeys keys;
  public final Audit audit;

  public WalletBooks(Vertx vertx) {
    this.maps = new StagedMaps(vertx.sharedData());
    this.accounts = new AccountTable(maps);
    this.holdings = new HoldingsTable(maps, moment);
    this.movements = new MovementTable(maps, moment, holdings);
    this.transfers = new TransferTable(maps, moment, holdings);
    this.givenUp = new GivenUpTable(maps);
    this.positions = new FeedPositions(maps, "wallet");
    this.feed = new ServiceFeed(maps, "wallet");
    this.keys = new RequestKeys(maps, "wallet");
    this.audit = new Audit(maps, "wallet", WalletAudit.rules(this));
    this.parts =
        StoreParts.of(accounts, transfers, movements, givenUp, positions, feed, keys, audit);
    this.types = parts.register(new EntryTypes("wallet", 1, DICTIONARY));
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
