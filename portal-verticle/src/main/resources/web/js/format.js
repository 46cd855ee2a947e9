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
export const day = (text) => format('day', (l) => new Intl.DateTimeFormat(l, { dateStyle: 'full', timeStyle: 'short' })).format(new Date(text));
export const moment = (text) => format('moment', (l) => new Intl.DateTimeFormat(l, { dateStyle: 'medium', timeStyle: 'medium' })).format(new Date(text));
export const clock = (text) => format('clock', (l) => new Intl.DateTimeFormat(l, { timeStyle: 'medium' })).format(new Date(text));
export const hour = (text) => format('hour', (l) => new Intl.DateTimeFormat(l, { timeStyle: 'short' })).format(new Date(text));
export const date = (text) => format('date', (l) => new Intl.DateTimeFormat(l, { dateStyle: 'medium', timeStyle: 'short' })).format(new Date(text));
export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

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
