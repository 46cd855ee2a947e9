// Which booking is meant by what was typed or scanned.
import { sales } from './sales-api.js';
import { ticketCode } from './ticketcode.js';

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** A booking's id in a text, such as the address of its page: the last one; null when there is none. */
export const bookingIdIn = (text) => text.match(ID)?.at(-1).toLowerCase() ?? null;

/** The booking of that id, or of a ticket; fails with `NO_BOOKING`. */
export async function findBooking(text) {
  const code = ticketCode(text);
  if (!code) throw none();
  const id = bookingIdIn(text) ?? (await sales.ticket(code).catch(notThere)).booking_id;
  return sales.booking(id).catch(notThere);
}

const none = () => Object.assign(new Error(), { code: 'NO_BOOKING' });

function notThere(error) {
  throw error.status === 404 ? none() : error;
}
