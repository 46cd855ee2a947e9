// Which view an address has.
import './views/landing.js';
import './views/elsewhere.js';
import './views/account.js';
import './views/forgotten.js';
import './views/shop.js';
import './views/on-sale.js';
import './views/my-bookings.js';
import './views/my-booking.js';
import './views/my-tickets.js';
import './views/my-orders.js';
import './views/my-order.js';
import './views/wallet.js';
import './views/transfers.js';
import './views/notifications.js';
import './views/notification.js';
import './views/events.js';
import './views/event-form.js';
import './views/event.js';
import './views/live.js';
import './views/tickets.js';
import './views/conflicts.js';
import './views/scans.js';
import './views/door.js';
import './views/payments.js';
import './views/transaction.js';
import './views/event-refunds.js';
import './views/reports.js';
import './views/reconciliation.js';
import './views/users.js';
import './views/devices.js';
import './views/audit.js';
import './views/venues.js';
import './views/venue.js';
import './views/venue-form.js';
import './views/room.js';
import './views/sales.js';
import './views/event-report.js';
import './views/compare.js';
import './views/event-words.js';
import './views/ticket-type-form.js';
import './views/vouchers.js';
import './views/voucher-form.js';
import './views/bookings.js';
import './views/box-office.js';
import './views/booking-desk.js';

const STAFF = ['committee', 'admin'];
const ADMIN = ['admin'];
const PEOPLE = ['user', ...STAFF];

/**
 * Each with its name, its element, whom it is for (everybody, if that is left out) and what its element calls the
 * parts of the address, `eventId` unless said.
 * @type {[RegExp, string, string, string[]?, string[]?][]}
 */
const table = [
  [/^$/, 'landing', 'tixgo-landing'],
  [/^login$/, 'login', 'tixgo-login'],
  [/^register$/, 'register', 'tixgo-register'],
  [/^forgot$/, 'forgot', 'tixgo-forgot'],
  [/^reset$/, 'reset', 'tixgo-reset'],
  [/^account$/, 'account', 'tixgo-account'],
  [/^shop$/, 'shop', 'tixgo-shop'],
  [/^shop\/([^/]+)$/, 'onSale', 'tixgo-on-sale'],
  [/^bookings$/, 'myBookings', 'tixgo-my-bookings', PEOPLE],
  [/^bookings\/([^/]+)$/, 'myBooking', 'tixgo-my-booking', PEOPLE, ['bookingId']],
  [/^orders$/, 'myOrders', 'tixgo-my-orders', PEOPLE],
  [/^orders\/([^/]+)$/, 'myOrder', 'tixgo-my-order', PEOPLE, ['orderId']],
  [/^tickets$/, 'myTickets', 'tixgo-my-tickets', PEOPLE],
  [/^wallet$/, 'wallet', 'tixgo-wallet', PEOPLE],
  [/^transfers$/, 'transfers', 'tixgo-transfers', ADMIN],
  [/^notifications$/, 'notifications', 'tixgo-notifications', PEOPLE],
  [/^notifications\/([^/]+)$/, 'notification', 'tixgo-notification', ADMIN, ['mailId']],
  [/^events$/, 'events', 'tixgo-events', PEOPLE],
  [/^events\/new$/, 'newEvent', 'tixgo-event-form', ADMIN],
  [/^events\/([^/]+)$/, 'event', 'tixgo-event', PEOPLE],
  [/^events\/([^/]+)\/edit$/, 'editEvent', 'tixgo-event-form', ADMIN],
  [/^events\/([^/]+)\/live$/, 'live', 'tixgo-live', PEOPLE],
  [/^events\/([^/]+)\/tickets$/, 'tickets', 'tixgo-tickets', STAFF],
  [/^events\/([^/]+)\/conflicts$/, 'conflicts', 'tixgo-conflicts', STAFF],
  [/^events\/([^/]+)\/scans$/, 'scans', 'tixgo-scans', STAFF],
  [/^events\/([^/]+)\/sales$/, 'sales', 'tixgo-sales', STAFF],
  [/^events\/([^/]+)\/report$/, 'eventReport', 'tixgo-event-report', STAFF],
  [/^events\/([^/]+)\/words$/, 'eventWords', 'tixgo-event-words', STAFF],
  [/^compare$/, 'compare', 'tixgo-compare', STAFF],
  [/^events\/([^/]+)\/types\/new$/, 'newType', 'tixgo-ticket-type-form', STAFF],
  [/^events\/([^/]+)\/types\/([^/]+)$/, 'editType', 'tixgo-ticket-type-form', STAFF, ['eventId', 'typeId']],
  [/^events\/([^/]+)\/vouchers$/, 'vouchers', 'tixgo-vouchers', STAFF],
  [/^events\/([^/]+)\/vouchers\/([^/]+)$/, 'editVoucher', 'tixgo-voucher-form', STAFF, ['eventId', 'code']],
  [/^events\/([^/]+)\/sell$/, 'sell', 'tixgo-box-office', STAFF],
  [/^events\/([^/]+)\/bookings$/, 'bookings', 'tixgo-bookings', STAFF],
  [/^events\/([^/]+)\/bookings\/([^/]+)$/, 'booking', 'tixgo-booking-desk', STAFF, ['eventId', 'bookingId']],
  [/^events\/([^/]+)\/refunds$/, 'eventRefunds', 'tixgo-event-refunds', ADMIN],
  [/^door$/, 'door', 'tixgo-door', [...STAFF, 'scanner']],
  [/^payments$/, 'payments', 'tixgo-payments', ADMIN],
  [/^payments\/([^/]+)$/, 'transaction', 'tixgo-transaction', ADMIN, ['transactionId']],
  [/^reports$/, 'reports', 'tixgo-reports', ADMIN],
  [/^reconciliation$/, 'reconciliation', 'tixgo-reconciliation', ADMIN],
  [/^users$/, 'users', 'tixgo-users', ADMIN],
  [/^devices$/, 'devices', 'tixgo-devices', ADMIN],
  [/^audit$/, 'audit', 'tixgo-audit', ADMIN],
  [/^venues$/, 'venues', 'tixgo-venues', STAFF],
  [/^venues\/new$/, 'newVenue', 'tixgo-venue-form', ADMIN],
  [/^venues\/([^/]+)$/, 'venue', 'tixgo-venue', STAFF, ['venueId']],
  [/^venues\/([^/]+)\/edit$/, 'editVenue', 'tixgo-venue-form', ADMIN, ['venueId']],
  [/^venues\/([^/]+)\/rooms\/([^/]+)$/, 'room', 'tixgo-room', STAFF, ['venueId', 'roomId']],
];

/** An address's name and path, whom it is for, and how to make a view for it: a new one each time, for it alone. */
export function routeOf(hash) {
  const path = hash.replace(/^#\/?/, '').split('?')[0];
  for (const [pattern, name, tag, roles, names = ['eventId']] of table) {
    const found = pattern.exec(path);
    const parts = found?.slice(1).map(decoded);
    if (parts?.every((part) => part !== null)) return route(name, path, tag, roles, named(names, parts));
  }
  return route('missing', path, 'tixgo-missing');
}

/** For whom an address is not. */
export const forbidden = route('forbidden', 'forbidden', 'tixgo-forbidden');

/** Until somebody can say whose token it is. */
export const waiting = route('waiting', 'waiting', 'tixgo-waiting');

/** As `{eventId: 'evt1'}`. */
const named = (names, parts) => Object.fromEntries(parts.map((part, i) => [names[i], part]));

/** @param {string[]} [roles] */
function route(name, path, tag, roles, parts = {}) {
  return { name, path, isFor: (role) => !roles || roles.includes(role), make: () => made(name, tag, parts) };
}

/** @returns {any} */
const made = (name, tag, parts) => Object.assign(document.createElement(tag), { place: name }, parts);

/** Null for what is no part of an address: `%`, and dots, which would lead elsewhere. */
function decoded(part) {
  try {
    const text = decodeURIComponent(part);
    return /^\.{1,2}$/.test(text) ? null : text;
  } catch {
    return null;
  }
}
