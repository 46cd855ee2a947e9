import { bookingIdIn, findBooking } from './booking-search.js';
import { same } from './check.js';
import { BOOKING, TICKET } from './sales-api.js';

export function anIdShouldBeFoundInAnAddress() {
  same(BOOKING, bookingIdIn(BOOKING));
  same(BOOKING, bookingIdIn(`https://tixgo.example/#/bookings/${BOOKING.toUpperCase()}?x=1`));
  same(BOOKING, bookingIdIn(`/events/0b9c1a52-6c1e-4f0e-9a43-1d2f5a7e8c90/bookings/${BOOKING}`), 'the last one');
  same(null, bookingIdIn('7d1f0c9e'));
}

export async function aTicketShouldLeadToItsBooking() {
  const signed = `TIXGO1:4IQL:${TICKET}:${'A'.repeat(103)}`;
  for (const text of [BOOKING, ` ${TICKET} `, signed]) same(BOOKING, (await findBooking(text)).id);
}

export async function whatIsNeitherShouldBeSaid() {
  for (const text of [' ', TICKET.toLowerCase(), BOOKING.replace('7d', '8d')]) {
    same('NO_BOOKING', await findBooking(text).then(() => 'found', (error) => error.code), text);
  }
}
