// The words of the application: Indonesian first, English beside it.
import { en } from './en.js';
import { id } from './id.js';

const words = { id, en };
let chosen = localStorage.getItem('tixgo.language') === 'en' ? 'en' : 'id';

export const languages = { id: 'Bahasa Indonesia', en: 'English' };
export const language = () => chosen;

export function speak(code) {
  chosen = code;
  localStorage.setItem('tixgo.language', code);
  document.documentElement.lang = code;
}

/** The words for a key, with `{name}` replaced. */
export function t(key, values = {}) {
  const text = words[chosen][key] ?? words.en[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** So many seconds in words; from two minutes on in minutes. */
function wait(seconds) {
  const unit = seconds < 120 ? 'second' : 'minute';
  const format = new Intl.NumberFormat(chosen, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(unit === 'second' ? seconds : Math.ceil(seconds / 60));
}

const known = (key, values) => (key in words.en ? t(key, values) : null);

/**
 * An error in words: ours for its code, or for `key` where a page knows more. A service's own sentence is English, and
 * no use in another language.
 */
export function say({ code, message, key, values, problem }) {
  if (key) return t(key, values);
  return (
    known(`code.${code}`, { wait: wait(problem?.retry_after ?? 1) }) ??
    (chosen === 'en' && message ? message : t('code.UNKNOWN', { code: code ?? '' }))
  );
}

/**
 * What one place has wrong, in words for its type, with the limit where that is known.
 * @param {{ type: string, msg?: string, column?: string, value?: any, loc?: string, other?: string }} error
 */
export function wrong({ type, msg, column, value, loc, other }, limits = {}) {
  const n = limits[type] ?? '';
  const withLimit = n === '' || n < 0 ? null : known(`wrong.${type}.than`, { n });
  return (
    withLimit ??
    known(`wrong.${type}`, { column, value, other: Number.isInteger(other) ? placeOf(loc.replace(/\d+/, other)) : '' }) ??
    (chosen === 'en' && msg ? msg : t('wrong.other'))
  );
}

/** Where that is: `line 5` of a file, `body[3]` of a list, the member of an object. */
export function placeOf(loc) {
  const [, line] = /^(?:line|row) (\d+)$/.exec(loc) ?? [];
  const [, entry] = /^body\[(\d+)\]$/.exec(loc) ?? [];
  if (line) return t('place.line', { n: line });
  return entry ? t('place.entry', { n: Number(entry) + 1 }) : loc.replace(/^(body|query|path|header)\./, '');
}
