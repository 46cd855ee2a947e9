// Which view an address has.
import { html } from 'lit';
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
  [/^$/, 'landing', () => html`<tixgo-landing></tixgo-landing>`],
  [/^login$/, 'login', () => html`<tixgo-login></tixgo-login>`],
  [/^register$/, 'register', () => html`<tixgo-register></tixgo-register>`],
  [/^account$/, 'account', () => html`<tixgo-account></tixgo-account>`],
  [/^events$/, 'events', () => html`<tixgo-events></tixgo-events>`],
  [/^events\/new$/, 'newEvent', () => html`<tixgo-event-form></tixgo-event-form>`],
  [/^events\/([^/]+)$/, 'event', (id) => html`<tixgo-event .eventId=${id}></tixgo-event>`],
  [/^events\/([^/]+)\/edit$/, 'editEvent', (id) => html`<tixgo-event-form .eventId=${id}></tixgo-event-form>`],
  [/^events\/([^/]+)\/live$/, 'live', (id) => html`<tixgo-live .eventId=${id}></tixgo-live>`],
  [/^events\/([^/]+)\/tickets$/, 'tickets', (id) => html`<tixgo-tickets .eventId=${id}></tixgo-tickets>`],
  [/^events\/([^/]+)\/conflicts$/, 'conflicts', (id) => html`<tixgo-conflicts .eventId=${id}></tixgo-conflicts>`],
  [/^events\/([^/]+)\/scans$/, 'scans', (id) => html`<tixgo-scans .eventId=${id}></tixgo-scans>`],
  [/^door$/, 'door', () => html`<tixgo-door></tixgo-door>`],
  [/^users$/, 'users', () => html`<tixgo-users></tixgo-users>`],
  [/^devices$/, 'devices', () => html`<tixgo-devices></tixgo-devices>`],
];

export function routeOf(hash) {
  const path = hash.replace(/^#\/?/, '');
  for (const [pattern, name, view] of table) {
    const found = pattern.exec(path);
    const parts = found?.slice(1).map(decoded);
    if (parts?.every((part) => part !== null)) return { name, view: () => view(...parts) };
  }
  return { name: 'missing', view: () => html`<tixgo-missing></tixgo-missing>` };
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
