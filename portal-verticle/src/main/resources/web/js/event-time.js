// Where an event is in time: past, today, coming.
const LONGEST_MS = 12 * 3600 * 1000; // Of an event that has no end.

const begin = (event) => new Date(event.start_time);
const end = (event) => (event.end_time ? new Date(event.end_time) : new Date(begin(event).getTime() + LONGEST_MS));
const isOn = (event, now) => begin(event) <= now && now < end(event);

/** `today` also for what is still on from yesterday. */
export function groupOf(event, now = new Date()) {
  if (begin(event).toDateString() === now.toDateString() || isOn(event, now)) return 'today';
  return begin(event) > now ? 'coming' : 'past';
}

const ON = ['published', 'completed'];

/** Whether it takes place, or did. */
export const isPublished = (event) => ON.includes(event.status ?? 'published');

/** `draft`, `cancelled`, or by the clock `running`, `over`, `today`, `coming`. */
export function stateOf(event, now = new Date()) {
  if (!isPublished(event)) return event.status;
  if (isOn(event, now)) return 'running';
  if (end(event) <= now) return 'over';
  return groupOf(event, now);
}

export function startOfToday(now = new Date()) {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate());
}

/** What began before then is over, whether it has an end or not. */
export const longAgo = (time) => new Date(time.getTime() - LONGEST_MS);
