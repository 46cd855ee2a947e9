// Calls to Ticketing that a buyer and the box office make alike.
import { json, page, query, send } from './api.js';

export const SALES = '/gateway/ticketing';
export const part = encodeURIComponent;
export const booking = (id, rest = '') => `${SALES}/bookings/${part(id)}${rest}`;
export const ticket = (code, rest = '') => `${SALES}/tickets/${part(code)}${rest}`;
export const keyed = (body, key) => ({ body, headers: { 'Idempotency-Key': key } });

export const bookingCalls = {
  bookings: (values) => page(`${SALES}/bookings${query(values)}`),
  hold: (body, key) => json('POST', `${SALES}/bookings`, keyed(body, key)),
  pdf: (id, values) => send('GET', booking(id, `/tickets.pdf${query(values)}`), { timeoutMs: 60000 }),
  ticketQr: (code) => send('GET', ticket(code, '.svg')).then((response) => response.blob()),
  waiting: (values) => page(`${SALES}/waiting-list${query(values)}`),
};
