package id.tixgo.ticketing.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.ticketing.domain.TicketType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ticket types, found by id, by name and by event. */
final class TicketTypeTable implements StorePart {
  private static final Comparator<TicketType> AS_MADE =
      Comparator.comparing(TicketType::createdAt).thenComparing(TicketType::id);

  private final StagedMap<TicketType> idToType;
  private final StagedMap<String> nameToId;
  private final StagedMap<Ids> eventToIds;
  private final ChangedEvents changed;

  record TicketTypeRemoved(String id, Optional<String> eventId) {}

  TicketTypeTable(StagedMaps maps, ChangedEvents changed) {
    this.changed = requireNonNull(changed);
    this.idToType = maps.open("ticketing.types");
    this.nameToId = maps.open("ticketing.type-names");
    this.eventToIds = maps.open("ticketing.event-types");
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with("ticket_type", TicketType.class, this::put, type -> changed.see(type.eventId()))
        .with(
            "ticket_type_removed",
            TicketTypeRemoved.class,
            removed -> remove(removed.id()),
            removed -> removed.eventId().ifPresent(changed::see));
  }

  @Override
  public Stream<Record> snapshot() {
    return all().stream().map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return idToType.size();
  }

  Optional<TicketType> get(String id) {
    return idToType.get(id);
  }

  /** In the order in which they were made. */
  List<TicketType> all() {
    return idToType.values().stream().sorted(AS_MADE).toList();
  }

  List<TicketType> of(String eventId) {
    return eventToIds.get(eventId).orElse(Ids.NONE).all().stream()
        .flatMap(id -> idToType.get(id).stream())
        .sorted(AS_MADE)
        .toList();
  }

  /** For transactions, as what follows is. */
  Optional<TicketType> staged(String id) {
    return idToType.staged(id);
  }

  Optional<TicketType> named(String eventId, String name) {
    return nameToId.staged(key(eventId, name)).flatMap(idToType::staged);
  }

  private void put(TicketType type) {
    remove(type.id());
    idToType.put(type.id(), type);
    nameToId.put(key(type.eventId(), type.details().name()), type.id());
    eventToIds.put(type.eventId(), ids(type.eventId()).with(type.id()));
  }

  private void remove(String id) {
    idToType
        .staged(id)
        .ifPresent(
            type -> {
              idToType.remove(id);
              nameToId.remove(key(type.eventId(), type.details().name()));
              eventToIds.put(type.eventId(), ids(type.eventId()).without(id));
            });
  }

  private Ids ids(String eventId) {
    return eventToIds.staged(eventId).orElse(Ids.NONE);
  }

  private static String key(String eventId, String name) {
    return eventId + '\n' + name;
  }
}
