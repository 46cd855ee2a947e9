// A buyer's calls: what is on sale, one's bookings and tickets, the waiting list.
import { json, page, query, read, send } from './api.js';

const SALES = '/gateway/ticketing';
const part = encodeURIComponent;
const event = (id, rest = '') => `${SALES}/shop/events/${part(id)}${rest}`;
const booking = (id, rest = '') => `${SALES}/bookings/${part(id)}${rest}`;
const ticket = (code, rest = '') => `${SALES}/tickets/${part(code)}${rest}`;
const keyed = (body, key) => ({ body, headers: { 'Idempotency-Key': key } });

export const shop = {
  events: (values) => page(`${SALES}/shop/events${query(values)}`),
  event: (id) => json('GET', event(id)),
  left: (id) => json('GET', event(id, '/availability')),
  streamUrl: (id) => event(id, '/availability/stream'),
};

export const mine = {
  bookings: (values) => page(`${SALES}/bookings${query(values)}`),
  /** With `ahead`, how far the service's clock is ahead of this one, in ms. */
  booking: (id) =>
    send('GET', booking(id)).then(async (response) => ({
      booking: await read(response),
      ahead: (Date.parse(response.headers.get('Date')) || Date.now()) - Date.now(),
    })),
  hold: (body, key) => json('POST', `${SALES}/bookings`, keyed(body, key)),
  confirm: (id) => json('POST', booking(id, '/confirm-payment')),
  cancel: (id) => json('POST', booking(id, '/cancel')),
  pdf: (id, values) => send('GET', booking(id, `/tickets.pdf${query(values)}`), { timeoutMs: 60000 }),
  calendar: (id) => send('GET', booking(id, '/tickets.ics')),
  ticketQr: (code) => send('GET', ticket(code, '.svg')).then((response) => response.blob()),
  rename: (code, body) => json('PATCH', ticket(code), { body }),
  transfer: (code, body, key) => json('POST', ticket(code, '/transfer'), keyed(body, key)),
  waiting: (values) => page(`${SALES}/waiting-list${query(values)}`),
  wait: (body, key) => json('POST', `${SALES}/waiting-list`, keyed(body, key)),
  leave: (id) => send('DELETE', `${SALES}/waiting-list/${part(id)}`),
};
