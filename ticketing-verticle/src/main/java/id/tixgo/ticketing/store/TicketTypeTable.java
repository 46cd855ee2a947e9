package id.tixgo.ticketing.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.ticketing.domain.TicketType;
import io.vertx.core.shareddata.Shareable;
import java.util.ArrayList;
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
  private final StagedMap<TypeIds> eventToIds;

  record TicketTypeRemoved(String id) {}

  /** Those of one event. */
  record TypeIds(List<String> ids) implements Shareable {
    static final TypeIds NONE = new TypeIds(List.of());

    TypeIds {
      ids = List.copyOf(ids);
    }

    TypeIds with(String id) {
      List<String> more = new ArrayList<>(without(id).ids);
      more.add(id);
      return new TypeIds(more);
    }

    TypeIds without(String id) {
      return new TypeIds(ids.stream().filter(other -> !other.equals(id)).toList());
    }
  }

  TicketTypeTable(StagedMaps maps) {
    this.idToType = maps.open("ticketing.types");
    this.nameToId = maps.open("ticketing.type-names");
    this.eventToIds = maps.open("ticketing.event-types");
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with("ticket_type", TicketType.class, this::put)
        .with("ticket_type_removed", TicketTypeRemoved.class, removed -> remove(removed.id()));
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
    return eventToIds.get(eventId).orElse(TypeIds.NONE).ids().stream()
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

  private TypeIds ids(String eventId) {
    return eventToIds.staged(eventId).orElse(TypeIds.NONE);
  }

  private static String key(String eventId, String name) {
    return eventId + '\n' + name;
  }
}
