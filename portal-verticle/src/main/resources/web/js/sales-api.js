// Calls for venues and for what is sold there.
import { ifMatch, json, page, query, send, tagged } from './api.js';
import { booking, bookingCalls, part, SALES, ticket } from './bookings-api.js';

const PLACES = '/gateway/event/venues';
const venue = (id, rest = '') => `${PLACES}/${part(id)}${rest}`;
const room = (id, roomId, rest = '') => venue(id, `/rooms/${part(roomId)}${rest}`);

const type = (id) => `${SALES}/ticket-types/${part(id)}`;
const voucher = (code) => `${SALES}/vouchers/${part(code)}`;

export const venues = {
  list: (values) => page(`${PLACES}${query(values)}`),
  get: (id) => tagged(venue(id)),
  add: (body) => json('POST', PLACES, { body }),
  patch: (id, tag, body) => json('PATCH', venue(id), { body, headers: ifMatch(tag) }),
  remove: (id, tag) => send('DELETE', venue(id), { headers: ifMatch(tag) }),
  room: (id, roomId) => tagged(room(id, roomId)),
  addRoom: (id, body) => json('POST', venue(id, '/rooms'), { body }),
  setRoom: (id, roomId, tag, body) => json('PUT', room(id, roomId), { body, headers: ifMatch(tag) }),
  removeRoom: (id, roomId, tag) => send('DELETE', room(id, roomId), { headers: ifMatch(tag) }),
  schedule: (id, roomId, values) => page(room(id, roomId, `/schedule${query(values)}`)),
  block: (id, roomId, body) => json('POST', room(id, roomId, '/blocks'), { body }),
  unblock: (id, roomId, block) => send('DELETE', room(id, roomId, `/blocks/${part(block)}`)),
};

export const sales = {
  types: (values) => page(`${SALES}/ticket-types${query(values)}`),
  type: (id) => json('GET', type(id)),
  addType: (body) => json('POST', `${SALES}/ticket-types`, { body }),
  patchType: (id, body) => json('PATCH', type(id), { body }),
  removeType: (id) => send('DELETE', type(id)),
  vouchers: (values) => page(`${SALES}/vouchers${query(values)}`),
  addVouchers: (body) => json('POST', `${SALES}/vouchers`, { body }),
  voucher: (code) => json('GET', voucher(code)),
  patchVoucher: (code, body) => json('PATCH', voucher(code), { body }),
  removeVoucher: (code) => send('DELETE', voucher(code)),
  report: (values) => json('GET', `${SALES}/reports/sales${query(values)}`),
  reportFile: (values) => send('GET', `${SALES}/reports/sales${query(values)}`, { timeoutMs: 300000 }),
  ...bookingCalls,
  booking: (id) => json('GET', booking(id)),
  confirm: (id, body) => json('POST', booking(id, '/confirm-payment'), { body }),
  end: (id, body) => json('POST', booking(id, '/cancel'), { body }),
  ticket: (code) => json('GET', ticket(code)),
};
