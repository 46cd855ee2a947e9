// The events that a door can be opened for: today's first.
import { all } from './all.js';
import { events } from './api.js';
import { groupOf } from './event-time.js';
import { session } from './session.js';

/** Those that take place; a device may be for some alone. */
const isMine = (event) => event.status !== 'cancelled' && (!session.user?.events?.length || session.user.events.includes(event.id));

/** `{today, coming, past}`, the nearest first. */
export async function agenda(now = new Date()) {
  const groups = { today: [], coming: [], past: [] };
  for (const event of (await all(events.list)).filter(isMine)) groups[groupOf(event, now)].push(event);
  groups.past.reverse();
  return groups;
}

/** One of today, the last one before others; else the last one, unless it is over; else the next. */
export function likeliest({ today, coming, past }, lastId) {
  const isLast = (event) => event.id === lastId;
  return today.find(isLast) ?? today[0] ?? coming.find(isLast) ?? coming[0] ?? past[0];
}
