// A buyer's calls: what is on sale, one's bookings and tickets, the waiting list.
import { json, page, query, read, send } from './api.js';
import { booking, bookingCalls, keyed, part, SALES, ticket } from './bookings-api.js';

const queue = (eventId, rest = '') => `${SALES}/waiting-rooms/${part(eventId)}/place${rest}`;
const event = (id, rest = '') => `${SALES}/shop/events/${part(id)}${rest}`;

export const shop = {
  events: (values) => page(`${SALES}/shop/events${query(values)}`),
  event: (id) => json('GET', event(id)),
  left: (id) => json('GET', event(id, '/availability')),
  streamUrl: (id) => event(id, '/availability/stream'),
};

export const mine = {
  ...bookingCalls,
  /** With `ahead`, how far the service's clock is ahead of this one, in ms. */
  booking: (id) =>
    send('GET', booking(id)).then(async (response) => ({
      booking: await read(response),
      ahead: (Date.parse(response.headers.get('Date')) || Date.now()) - Date.now(),
    })),
  confirm: (id) => json('POST', booking(id, '/confirm-payment')),
  cancel: (id) => json('POST', booking(id, '/cancel')),
  calendar: (id) => send('GET', booking(id, '/tickets.ics')),
  rename: (code, body) => json('PATCH', ticket(code), { body }),
  transfer: (code, body, key) => json('POST', ticket(code, '/transfer'), keyed(body, key)),
  wait: (body, key) => json('POST', `${SALES}/waiting-list`, keyed(body, key)),
  queue: (eventId) => json('PUT', queue(eventId)),
  queuePlace: (eventId) => json('GET', queue(eventId)),
  queueUrl: (eventId) => queue(eventId, '/stream'),
  leaveQueue: (eventId) => send('DELETE', queue(eventId)),
  leave: (id) => send('DELETE', `${SALES}/waiting-list/${part(id)}`),
};
