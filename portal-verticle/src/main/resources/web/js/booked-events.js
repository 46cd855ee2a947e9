// The events that bookings are for, a few asked at a time.
import { events } from './api.js';

const AT_ONCE = 4;

/** By id; one that is gone, or can't be asked for, isn't there. */
export async function bookedEvents(bookings) {
  const found = new Map();
  const waiting = [...new Set(bookings.map(({ event_id: id }) => id))];
  const work = async () => {
    for (let id = waiting.shift(); id; id = waiting.shift()) {
      await events.get(id).then(
        (event) => found.set(id, event),
        () => {},
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}
