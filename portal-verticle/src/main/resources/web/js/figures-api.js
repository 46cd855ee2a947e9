// Calls to Report: events in figures, and whose one may see.
import { json, query, send } from './api.js';
import { part } from './bookings-api.js';
import { has } from './services.js';
import { is, session } from './session.js';

const report = (id, values = {}) => `/gateway/report/reports/events/${part(id)}${query(values)}`;

export const figures = {
  event: (id, values) => json('GET', report(id, values), { timeoutMs: 60000 }),
  file: (id, values) => send('GET', report(id, values), { timeoutMs: 300000 }),
};

/** Admins those of all events, organisers those of their own; nobody where no Report runs. */
export const showsFigures = (event) => has('report') && (is('admin') || event?.created_by === session.user.username);

/** For `catch`: in words of its own where it is another organiser's event. */
export function explainOwner(error) {
  if (error.status === 403) error.key = 'figures.notYours';
  throw error;
}
