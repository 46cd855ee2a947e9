package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * How a scan came that was made offline.
 *
 * @param at when its batch came
 * @param place of the scan in the batch, from 0
 */
public record Arrival(Instant at, int place) {
  public Arrival {
    requireNonNull(at);
  }
}
