package id.tixgo.wallet.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.wallet.domain.GivenUpName;
import java.util.Comparator;
import java.util.stream.Stream;

/** Names under which no movement is made any more. */
final class GivenUpTable implements StorePart {
  private final StagedMap<GivenUpName> referenceToName;

  GivenUpTable(StagedMaps maps) {
    this.referenceToName = maps.open("wallet.given-up");
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types.with(
        "given_up", GivenUpName.class, name -> referenceToName.put(name.reference(), name));
  }

  @Override
  public Stream<Record> snapshot() {
    return referenceToName.values().stream()
        .sorted(Comparator.comparing(GivenUpName::reference))
        .map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return referenceToName.size();
  }

  /** For transactions. */
  boolean isStaged(String reference) {
    return referenceToName.staged(reference).isPresent();
  }
}
