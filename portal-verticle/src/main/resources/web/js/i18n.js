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
  return text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? '');
}

/** An error in words: ours for its code, else the service's. */
export function say(error) {
  const key = `code.${error.code}`;
  const ours = t(key);
  return ours === key ? error.message || t('code.UNKNOWN') : ours;
}
