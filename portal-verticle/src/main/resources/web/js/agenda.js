// The events that a door can be opened for: today's first.
import { events } from './api.js';
import { session } from './session.js';

const PAGE = 1000;
const LONGEST_MS = 12 * 3600 * 1000; // Of an event that has no end.

/** Those that take place; a device may be for some alone. */
const isMine = (event) => event.status !== 'cancelled' && (!session.user?.events?.length || session.user.events.includes(event.id));

/** `{today, coming, past}`, the nearest first. */
export async function agenda(now = new Date()) {
  const groups = { today: [], coming: [], past: [] };
  for (const event of (await everyEvent()).filter(isMine)) groups[groupOf(event, now)].push(event);
  groups.past.reverse();
  return groups;
}

/** One of today, the last one before others; else the last one, unless it is over; else the next. */
export function likeliest({ today, coming, past }, lastId) {
  const isLast = (event) => event.id === lastId;
  return today.find(isLast) ?? today[0] ?? coming.find(isLast) ?? coming[0] ?? past[0];
}

function groupOf({ start_time: start, end_time: end }, now) {
  const from = new Date(start);
  const to = end ? new Date(end) : new Date(from.getTime() + LONGEST_MS);
  if (from.toDateString() === now.toDateString() || (from <= now && now < to)) return 'today';
  return from > now ? 'coming' : 'past';
}

async function everyEvent() {
  const found = [];
  for (let cursor = null, first = true; cursor || first; first = false) {
    const page = await events.list({ limit: PAGE, cursor });
    found.push(...page.items);
    ({ cursor } = page);
  }
  return found;
}
