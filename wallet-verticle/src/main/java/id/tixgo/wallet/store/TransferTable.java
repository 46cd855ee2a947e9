package id.tixgo.wallet.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.MapGroup;
import id.tixgo.common.store.Series;
import id.tixgo.common.store.StagedCell;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.wallet.domain.BookAccount;
import id.tixgo.wallet.domain.Transfer;
import io.vertx.core.shareddata.Shareable;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Transfers by their number, and each user's from the newest back: each knows the one before it of
 * both users, so that a merchant with a million of them takes another as quickly as the first.
 */
final class TransferTable implements StorePart {
  private final StagedMap<Transfer> idToTransfer;
  private final Series<Before> idToBefore;
  private final StagedMap<Long> userToLast;
  private final StagedCell<Long> last;
  private final HoldingsTable holdings;

  /** The transfers before one, of its sender and its receiver; 0 for none. */
  private record Before(long senders, long receivers) implements Shareable {}

  TransferTable(StagedMaps maps, MapGroup group, HoldingsTable holdings) {
    this.idToTransfer = maps.open("wallet.transfers", group);
    this.idToBefore = maps.series("wallet.transfers-before");
    this.userToLast = maps.open("wallet.transfers-of-users", group);
    this.last = maps.cell(group);
    this.holdings = requireNonNull(holdings);
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types.with("transfer", Transfer.class, this::apply);
  }

  @Override
  public Stream<Record> snapshot() {
    return LongStream.rangeClosed(1, last.get().orElse(0L))
        .mapToObj(this::get)
        .flatMap(Optional::stream);
  }

  @Override
  public long snapshotSize() {
    return idToTransfer.size();
  }

  Optional<Transfer> get(long id) {
    return idToTransfer.get(String.valueOf(id));
  }

  /** The newest first. */
  Stream<Transfer> all() {
    return LongStream.iterate(last.get().orElse(0L), id -> id > 0, id -> id - 1)
        .mapToObj(this::get)
        .flatMap(Optional::stream);
  }

  /** The newest first. */
  Stream<Transfer> ofUser(long userId) {
    return Stream.iterate(
            userToLast.get(String.valueOf(userId)).flatMap(this::get),
            Optional::isPresent,
            transfer -> before(transfer.orElseThrow(), userId))
        .flatMap(Optional::stream);
  }

  private Optional<Transfer> before(Transfer transfer, long userId) {
    Before before = requireNonNull(idToBefore.get(transfer.id()));
    return get(transfer.senderId() == userId ? before.senders() : before.receivers());
  }

  /** For transactions, as what follows is. */
  Optional<Transfer> staged(long id) {
    return idToTransfer.staged(String.valueOf(id));
  }

  long next() {
    return last.staged().orElse(0L) + 1;
  }

  /** What is changed first is shown first: a transfer is there before it is a user's last. */
  private void apply(Transfer transfer) {
    long held = staged(transfer.id()).map(Transfer::held).orElse(0L);
    if (transfer.held() != held) {
      holdings.change(
          BookAccount.user(transfer.senderId()), has -> has.holding(transfer.held() - held));
    }
    idToTransfer.put(String.valueOf(transfer.id()), transfer);
    if (transfer.id() >= next()) {
      idToBefore.set(
          transfer.id(), new Before(lastOf(transfer.senderId()), lastOf(transfer.receiverId())));
      userToLast.put(String.valueOf(transfer.senderId()), transfer.id());
      userToLast.put(String.valueOf(transfer.receiverId()), transfer.id());
      last.set(transfer.id());
    }
  }

  private long lastOf(long userId) {
    return userToLast.staged(String.valueOf(userId)).orElse(0L);
  }
}
