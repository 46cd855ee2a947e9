// Calls to Notification: mails to users, and what became of them.
import { json, page, query, send } from './api.js';
import { part } from './bookings-api.js';

const MAILS = '/gateway/notification/notifications';
const at = (id, rest = '') => `${MAILS}/${part(id)}${rest}`;

export const mails = {
  list: (values) => page(`${MAILS}${query({ order: 'newest', ...values })}`),
  get: (id) => json('GET', at(id)),
  preview: (id) => send('GET', at(id, '/preview')).then((response) => response.text()),
  send: (id) => json('POST', at(id, '/send'), { timeoutMs: 60000 }),
  resend: (id) => json('POST', at(id, '/resend'), { timeoutMs: 60000 }),
};
