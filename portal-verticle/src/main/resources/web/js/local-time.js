// What `datetime-local` inputs hold, which know no zone: a time by the clocks of one, the viewer's unless another is named.
const MINUTE_MS = 60000;
const DAY_MS = 1440 * MINUTE_MS;

/** `2026-12-31T19:00` of an instant; empty for none. */
export function toInput(time, timeZone) {
  if (!time) return '';
  return new Date(time).toLocaleString('sv', { timeZone }).slice(0, 16).replace(' ', 'T');
}

/** The instant, `2026-12-31T12:00:00.000Z`; null for nothing. Of two that the clocks show, the earlier. */
export function fromInput(value, timeZone) {
  if (!value) return null;
  const shown = Date.parse(`${value}Z`);
  const near = shown - ahead(shown, timeZone);
  return new Date(shown - ahead(near, timeZone)).toISOString();
}

/** How far the clocks of a zone are ahead of UTC. */
const ahead = (instant, timeZone) => Date.parse(`${toInput(instant, timeZone)}Z`) - Math.floor(instant / MINUTE_MS) * MINUTE_MS;

/** The instant at which a day, `2026-12-31`, begins there, or the one so many days `later`; null for none. */
export function dayStart(day, timeZone, later = 0) {
  if (!day) return null;
  const shown = new Date(Date.parse(`${day}T00:00Z`) + later * DAY_MS);
  return fromInput(shown.toISOString().slice(0, 16), timeZone);
}

export function isZone(timeZone) {
  try {
    return Boolean(timeZone && new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}
