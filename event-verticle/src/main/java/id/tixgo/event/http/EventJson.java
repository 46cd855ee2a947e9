package id.tixgo.event.http;

import java.time.Instant;

/**
 * An event as clients see it.
 *
 * @param createdBy null where the client isn't staff
 */
record EventJson(
    String id,
    String title,
    String description,
    String location,
    Instant startTime,
    Instant endTime,
    Integer capacity,
    String status,
    Integer venueId,
    Integer roomId,
    String timeZone,
    String imageUrl,
    boolean sales,
    String createdBy,
    Instant createdAt,
    Instant updatedAt) {}
