// A buyer's calls to Payment.
import { json, page, query } from './api.js';
import { keyed, part } from './bookings-api.js';
import { own } from './selling.js';

const PAYMENT = '/gateway/payment';
const transaction = (id) => json('GET', `${PAYMENT}/transactions/${part(id)}`);

export const payments = {
  /** The newest attempt to pay a booking, or null: a booking that is held has one of the newest orders. */
  async ofBooking(id) {
    const { items } = await page(`${PAYMENT}/orders${query(own({ limit: 100 }))}`);
    const order = items.find(({ service_id: sold }) => sold === id);
    return order?.transaction_id ? (await transaction(order.transaction_id)).payment : null;
  },
  get: (id) => json('GET', `${PAYMENT}/payments/${part(id)}`),
  checkout: (body, key) => json('POST', `${PAYMENT}/checkout`, keyed(body, key)),
};
