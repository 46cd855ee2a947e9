// What an action came to, said over the page wherever one has scrolled to: success goes by itself, trouble stays.
import { placeOf, say, t, wrong } from './i18n.js';

const STAYS_MS = 6000;
const MOST_LINES = 5;
let place = null;

/** Says that something was done. */
export function tell(message) {
  const toast = show('go', 'status', [message]);
  setTimeout(() => toast.remove(), STAYS_MS);
}

/** Says what went wrong, until it is read or something else is done. */
export function complain(error, errors = error.problem?.errors ?? []) {
  hush();
  const lines = [...errors.map((one) => `${placeOf(one.loc)}: ${wrong(one)}`), ...(error.lines ?? [])];
  show('stop', 'alert', [say(error), ...lines.slice(0, MOST_LINES)]);
}

/** What was told belongs to what was done before. */
export function hush() {
  place?.querySelectorAll('[role=alert]').forEach((toast) => toast.remove());
}

function show(kind, role, [first, ...rest]) {
  place ??= document.body.appendChild(made('div', 'toasts'));
  const toast = made('div', `toast note ${kind}`);
  toast.setAttribute('role', role);
  toast.append(made('strong', '', first), ...rest.map((line) => made('p', '', line)), closer(toast));
  place.append(toast);
  return toast;
}

function closer(toast) {
  const button = made('button', 'close', '✕');
  button.setAttribute('aria-label', t('close'));
  button.addEventListener('click', () => toast.remove());
  return button;
}

function made(tag, className, textContent = '') {
  return Object.assign(document.createElement(tag), { className, textContent });
}
