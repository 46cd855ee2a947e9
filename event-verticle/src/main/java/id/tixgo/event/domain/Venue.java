package id.tixgo.event.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.shareddata.Shareable;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where events take place.
 *
 * @param rooms in the order in which they were made
 * @param lastRoom the highest number that a room here ever had, so that none is given twice
 */
public record Venue(int id, VenueDetails details, List<Room> rooms, int lastRoom)
    implements Shareable {
  private static final int FLOOR = 100;
  private static final int MOST_ROOMS = 200;

  public Venue {
    requireNonNull(details);
    rooms = List.copyOf(rooms);
  }

  /** Without rooms; venue 7's first is 701. */
  public static Venue of(int id, VenueDetails details) {
    return new Venue(id, details, List.of(), id * FLOOR);
  }

  public ZoneId zone() {
    return ZoneId.of(details.timeZone());
  }

  public Optional<Room> room(int roomId) {
    return rooms.stream().filter(room -> room.id() == roomId).findFirst();
  }

  /** The room of that number; fails with {@code NOT_FOUND}. */
  public Room requireRoom(int roomId) {
    return room(roomId).orElseThrow(() -> Problem.notFound("Room not found"));
  }

  public Venue withDetails(VenueDetails changed) {
    return new Venue(id, changed, rooms, lastRoom);
  }

  /** With one more room, the last one; fails with {@code TOO_MANY_ROOMS}. */
  public Venue withNewRoom(String name, int capacity) {
    if (rooms.size() >= MOST_ROOMS) {
      throw Problem.of(
          ProblemKind.CONFLICT, "TOO_MANY_ROOMS", "A venue has " + MOST_ROOMS + " rooms at most.");
    }
    Room room = new Room(lastRoom + 1, name, capacity);
    return new Venue(
        id, details, Stream.concat(rooms.stream(), Stream.of(room)).toList(), room.id());
  }

  /** With the room in place of the one of the same number. */
  public Venue withRoom(Room changed) {
    List<Room> others =
        rooms.stream().map(room -> room.id() == changed.id() ? changed : room).toList();
    return new Venue(id, details, others, lastRoom);
  }

  public Venue withoutRoom(int roomId) {
    List<Room> others = rooms.stream().filter(room -> room.id() != roomId).toList();
    return new Venue(id, details, others, lastRoom);
  }

  /** Fails with {@code VALIDATION_ERROR} for an event that can't be here. */
  public void check(EventDetails event) {
    event.place().roomId().ifPresent(roomId -> check(event, wanted(roomId)));
  }

  private Room wanted(int roomId) {
    return room(roomId)
        .orElseThrow(() -> Problem.invalid("body.room_id", "is no room of venue " + id, "room_id"));
  }

  private static void check(EventDetails event, Room room) {
    if (event.capacity().filter(people -> people > room.capacity()).isPresent()) {
      String message = "must be at most " + room.capacity() + ", which the room holds";
      throw Problem.invalid("body.capacity", message, "maximum");
    }
  }
}
