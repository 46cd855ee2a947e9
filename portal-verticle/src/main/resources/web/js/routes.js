// Which view an address has.
import './views/landing.js';
import './views/account.js';
import './views/events.js';
import './views/event-form.js';
import './views/event.js';
import './views/live.js';
import './views/tickets.js';
import './views/conflicts.js';
import './views/scans.js';
import './views/door.js';
import './views/users.js';
import './views/devices.js';

const table = [
  [/^$/, 'landing', 'tixgo-landing'],
  [/^login$/, 'login', 'tixgo-login'],
  [/^register$/, 'register', 'tixgo-register'],
  [/^account$/, 'account', 'tixgo-account'],
  [/^events$/, 'events', 'tixgo-events'],
  [/^events\/new$/, 'newEvent', 'tixgo-event-form'],
  [/^events\/([^/]+)$/, 'event', 'tixgo-event'],
  [/^events\/([^/]+)\/edit$/, 'editEvent', 'tixgo-event-form'],
  [/^events\/([^/]+)\/live$/, 'live', 'tixgo-live'],
  [/^events\/([^/]+)\/tickets$/, 'tickets', 'tixgo-tickets'],
  [/^events\/([^/]+)\/conflicts$/, 'conflicts', 'tixgo-conflicts'],
  [/^events\/([^/]+)\/scans$/, 'scans', 'tixgo-scans'],
  [/^door$/, 'door', 'tixgo-door'],
  [/^users$/, 'users', 'tixgo-users'],
  [/^devices$/, 'devices', 'tixgo-devices'],
];

/** An address's name and path, and how to make a view for it: a new one each time, for this address alone. */
export function routeOf(hash) {
  const path = hash.replace(/^#\/?/, '');
  for (const [pattern, name, tag] of table) {
    const found = pattern.exec(path);
    const parts = found?.slice(1).map(decoded);
    if (parts?.every((part) => part !== null)) return { name, path, make: () => made(tag, parts) };
  }
  return { name: 'missing', path, make: () => made('tixgo-missing', []) };
}

function made(tag, [eventId]) {
  return Object.assign(document.createElement(tag), eventId === undefined ? {} : { eventId });
}

/** Null for what is no part of an address: `%`, and dots, which would lead elsewhere. */
function decoded(part) {
  try {
    const text = decodeURIComponent(part);
    return /^\.{1,2}$/.test(text) ? null : text;
  } catch {
    return null;
  }
}
