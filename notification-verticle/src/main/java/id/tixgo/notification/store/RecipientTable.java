package id.tixgo.notification.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.notification.domain.Recipient;
import java.util.Optional;
import java.util.stream.Stream;

/** Users, as Identity's feed tells of them. */
final class RecipientTable implements StorePart {
  private final StagedMap<Recipient> idToRecipient;

  /** A user who is gone; what others tell of him later isn't for one who is to come. */
  record RecipientGone(long userId) {}

  RecipientTable(StagedMaps maps) {
    this.idToRecipient = maps.open("notification.recipients");
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with("recipient", Recipient.class, this::put)
        .with("recipient_gone", RecipientGone.class, gone -> put(Recipient.gone(gone.userId())));
  }

  private void put(Recipient known) {
    idToRecipient.put(String.valueOf(known.userId()), known);
  }

  @Override
  public Stream<Record> snapshot() {
    return idToRecipient.values().stream().map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return idToRecipient.size();
  }

  Optional<Recipient> get(long userId) {
    return idToRecipient.get(String.valueOf(userId));
  }

  /** For transactions. */
  Optional<Recipient> staged(long userId) {
    return idToRecipient.staged(String.valueOf(userId));
  }
}
