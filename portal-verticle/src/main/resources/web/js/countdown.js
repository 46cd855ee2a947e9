// How long something is still held, by the clock of who holds it.

/** Whole seconds that are left at that time, in ms; 0 when it is over. */
export const secondsLeft = (until, now) => Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));

const two = (n) => String(n).padStart(2, '0');

/** `14:05`, with hours `1:00:00`. */
export function asClock(seconds) {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
