// Times and numbers in the viewer's language and zone.
import { language } from './i18n.js';

const formats = new Map();

function format(kind, make) {
  const key = language() + kind;
  if (!formats.has(key)) formats.set(key, make(language()));
  return formats.get(key);
}

export const number = (value) => format('number', (l) => new Intl.NumberFormat(l)).format(value);
export const percent = (value) => `${format('percent', (l) => new Intl.NumberFormat(l, { maximumFractionDigits: 1 })).format(value)} %`;
export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' };
const MOMENT = { dateStyle: 'medium', timeStyle: 'medium' };
const dates = (kind, options) => format(kind, (l) => new Intl.DateTimeFormat(l, options));

/** Times with their zone: in full, to the minute, to the second. */
export const day = (text) => `${dates('day', DAY).format(new Date(text))} ${zoneName(text)}`;
export const date = (text) => `${dates('date', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text))} ${zoneName(text)}`;
export const moment = (text) => `${dates('moment', MOMENT).format(new Date(text))} ${zoneName(text)}`;

export const weekday = (text) => dates('weekday', { weekday: 'short' }).format(new Date(text));
export const dayNumber = (text) => dates('dayNumber', { day: 'numeric' }).format(new Date(text));
export const month = (text) => dates('month', { month: 'short' }).format(new Date(text));

export const hour = (text) => dates('hour', { timeStyle: 'short' }).format(new Date(text));

/** Of today; the zone stands over the list. */
export const clock = (text) => dates('clock', { timeStyle: 'medium' }).format(new Date(text));

/** A zone's short name at that time: WIB, WITA, WIT, which only Indonesian knows, else what the language has for it. */
export function zoneName(text = Date.now()) {
  const nameIn = (l) => new Intl.DateTimeFormat(l, { timeZoneName: 'short' }).formatToParts(new Date(text))
    .find((part) => part.type === 'timeZoneName').value;
  const indonesian = nameIn('id');
  return /^WI(B|TA|T)$/.test(indonesian) ? indonesian : nameIn(language());
}

/** For those who type a time. */
export const zoneHint = () => `${zoneName()} (${zone()})`;

/** For `datetime-local` inputs, which know no zone. */
export function toInput(text) {
  if (!text) return '';
  const time = new Date(text);
  return new Date(time - time.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}

export const fromInput = (value) => (value ? new Date(value).toISOString() : null);

/** Seconds as `3 m 13 s`. */
export function span(seconds) {
  const whole = Math.round(Math.abs(seconds));
  const parts = [[Math.floor(whole / 3600), 'j', 'h'], [Math.floor(whole / 60) % 60, 'm', 'm'], [whole % 60, 'd', 's']];
  const own = language() === 'id' ? 1 : 2;
  return parts.filter(([n], i) => n > 0 || (i === 2 && whole === 0)).map((p) => `${p[0]} ${p[own]}`).join(' ');
}
