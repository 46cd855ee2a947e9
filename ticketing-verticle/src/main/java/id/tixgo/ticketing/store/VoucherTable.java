package id.tixgo.ticketing.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.ticketing.domain.Voucher;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Vouchers by their codes. */
final class VoucherTable implements StorePart {
  private final StagedMap<Voucher> codeToVoucher;

  record VoucherRemoved(String code) {}

  VoucherTable(StagedMaps maps) {
    this.codeToVoucher = maps.open("ticketing.vouchers");
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with("voucher", Voucher.class, voucher -> codeToVoucher.put(voucher.code(), voucher))
        .with(
            "voucher_removed",
            VoucherRemoved.class,
            removed -> codeToVoucher.remove(removed.code()));
  }

  @Override
  public Stream<Record> snapshot() {
    return codeToVoucher.values().stream().map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return codeToVoucher.size();
  }

  Optional<Voucher> get(String code) {
    return codeToVoucher.get(code);
  }

  List<Voucher> all() {
    return codeToVoucher.values().stream().sorted(Comparator.comparing(Voucher::code)).toList();
  }

  /** For transactions. */
  Optional<Voucher> staged(String code) {
    return codeToVoucher.staged(code);
  }
}
