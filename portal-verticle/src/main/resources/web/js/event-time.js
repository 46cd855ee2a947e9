// Where an event is in time: past, today, coming.
const DAY_MS = 24 * 3600 * 1000;

export function startOfToday(now = new Date()) {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate());
}

const start = (event) => new Date(event.start_time);
const end = (event) => new Date(event.end_time ?? event.start_time);

/** Not over before today began, and begun before it ends. */
export const isToday = (event, today = startOfToday()) => end(event) >= today && start(event) - today < DAY_MS;

export const isPast = (event, today = startOfToday()) => end(event) < today;

/** `draft`, `cancelled`, or by the clock `running`, `today`, `over`, `coming`. */
export function stateOf(event, now = new Date()) {
  if (event.status && event.status !== 'published') return event.status;
  if (event.end_time && end(event) < now) return 'over';
  if (event.end_time && start(event) <= now) return 'running';
  if (isToday(event)) return 'today';
  return isPast(event) ? 'over' : 'coming';
}
