// Times, numbers and money in the viewer's language; times in the viewer's zone, unless another is named.
import { language } from './i18n.js';

const formats = new Map();

function format(kind, make) {
  const key = language() + kind;
  if (!formats.has(key)) formats.set(key, make(language()));
  return formats.get(key);
}

export const number = (value) => format('number', (l) => new Intl.NumberFormat(l)).format(value);
/** An amount in the currency's major unit; rupiah without decimals that are none. */
export const money = (value, currency) =>
  format(
    `money${currency}`,
    (l) => new Intl.NumberFormat(l, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }),
  ).format(value);

export const percent = (value) => `${format('percent', (l) => new Intl.NumberFormat(l, { maximumFractionDigits: 1 })).format(value)} %`;
export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' };
const MOMENT = { dateStyle: 'medium', timeStyle: 'medium' };
const dates = (kind, options) => format(kind, (l) => new Intl.DateTimeFormat(l, options));

/** Times with their zone: in full, to the minute, to the second. */
export const day = (text, timeZone) =>
  `${dates(`day${timeZone}`, { ...DAY, timeZone }).format(new Date(text))} ${zoneName(text, timeZone)}`;
export const date = (text, timeZone) =>
  `${dates(`date${timeZone}`, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(text))} ${zoneName(text, timeZone)}`;
export const moment = (text) => `${dates('moment', MOMENT).format(new Date(text))} ${zoneName(text)}`;

const part = (kind, options) => (text, timeZone) => dates(kind + timeZone, { ...options, timeZone }).format(new Date(text));
export const weekday = part('weekday', { weekday: 'short' });
export const dayNumber = part('dayNumber', { day: 'numeric' });
export const month = part('month', { month: 'short' });

export const hour = part('hour', { timeStyle: 'short' });
/** A day alone. */
export const dayOf = part('dayOf', { dateStyle: 'medium' });

/** Of today; the zone stands over the list. */
export const clock = (text) => dates('clock', { timeStyle: 'medium' }).format(new Date(text));

/** A zone's short name at that time: WIB, WITA, WIT, which only Indonesian knows, else what the language has for it. */
export function zoneName(text = Date.now(), timeZone = zone()) {
  const nameIn = (l) =>
    new Intl.DateTimeFormat(l, { timeZoneName: 'short', timeZone })
      .formatToParts(new Date(text))
      .find((part) => part.type === 'timeZoneName').value;
  const indonesian = nameIn('id');
  return /^WI(B|TA|T)$/.test(indonesian) ? indonesian : nameIn(language());
}

/** For those who type a time: in the viewer's zone, or in another. */
export const zoneHint = (timeZone = zone()) => `${zoneName(Date.now(), timeZone)} (${timeZone})`;

/** Seconds as `3 m 13 s`. */
export function span(seconds) {
  const whole = Math.round(Math.abs(seconds));
  /** @type {[number, string, string][]} */
  const parts = [
    [Math.floor(whole / 3600), 'j', 'h'],
    [Math.floor(whole / 60) % 60, 'm', 'm'],
    [whole % 60, 'd', 's'],
  ];
  const own = language() === 'id' ? 1 : 2;
  return parts
    .filter(([n], i) => n > 0 || (i === 2 && whole === 0))
    .map((p) => `${p[0]} ${p[own]}`)
    .join(' ');
}
