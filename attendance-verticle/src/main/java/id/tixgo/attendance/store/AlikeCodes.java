package id.tixgo.attendance.store;

import id.tixgo.attendance.domain.TicketCode;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import io.vertx.core.shareddata.Shareable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Codes by what is the same whatever the case, each kind in the order in which it came. */
final class AlikeCodes {
  private final StagedMap<Alike> foldToCodes;

  private record Alike(List<String> codes) implements Shareable {}

  /**
   * @param name of the map that keeps them
   */
  AlikeCodes(StagedMaps maps, String name) {
    this.foldToCodes = maps.open(name);
  }

  /** Any thread may ask. */
  List<String> get(String fold) {
    return codes(foldToCodes.get(fold));
  }

  /** Those that will be there when the transactions so far are stored; for transactions. */
  List<String> staged(String fold) {
    return codes(foldToCodes.staged(fold));
  }

  /** For projections. */
  void add(String code) {
    String fold = TicketCode.fold(code);
    List<String> codes = staged(fold);
    if (!codes.contains(code)) {
      set(fold, Stream.concat(codes.stream(), Stream.of(code)).toList());
    }
  }

  /** For projections. */
  void remove(String code) {
    String fold = TicketCode.fold(code);
    List<String> codes = staged(fold);
    if (codes.contains(code)) {
      set(fold, codes.stream().filter(known -> !known.equals(code)).toList());
    }
  }

  /** For projections. */
  void clear() {
    foldToCodes.clear();
  }

  private void set(String fold, List<String> codes) {
    if (codes.isEmpty()) {
      foldToCodes.remove(fold);
    } else {
      foldToCodes.put(fold, new Alike(codes));
    }
  }

  private static List<String> codes(Optional<Alike> alike) {
    return alike.isPresent() ? alike.get().codes() : List.of();
  }
}
