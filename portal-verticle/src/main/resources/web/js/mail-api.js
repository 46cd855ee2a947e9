// Calls to Notification: mails to users, and what became of them.
import { json, page, query, send } from './api.js';
import { part } from './bookings-api.js';
import { has } from './services.js';
import { is, session } from './session.js';

const MAILS = '/gateway/notification/notifications';
const at = (id, rest = '') => `${MAILS}/${part(id)}${rest}`;

export const mails = {
  list: (values) => page(`${MAILS}${query({ order: 'newest', ...values })}`),
  get: (id) => json('GET', at(id)),
  preview: (id) => send('GET', at(id, '/preview')).then((response) => response.text()),
  send: (id) => json('POST', at(id, '/send'), { timeoutMs: 60000 }),
  resend: (id) => json('POST', at(id, '/resend'), { timeoutMs: 60000 }),
};

const wordsAt = (event, rest = '') => `${MAILS}/events/${part(event)}/words${rest}`;

/** What an organiser says in the ticket mails of an event, by language. */
export const words = {
  of: (event) => json('GET', wordsAt(event)).then((known) => known.words),
  put: (event, language, body) => json('PUT', wordsAt(event, `/${language}`), { body }),
  remove: (event, language) => send('DELETE', wordsAt(event, `/${language}`)),
  sample: (event, language, body) => json('POST', wordsAt(event, `/${language}/preview`), { body }),
};

/** Admins those of all events, organisers those of their own; nobody where no Notification runs. */
export const showsWords = (event) => has('notification') && (is('admin') || event?.created_by === session.user.username);
