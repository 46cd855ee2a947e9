// Calls to Payment: a buyer's, of orders and ways to pay.
import { json, page, query } from './api.js';
import { keyed, part } from './bookings-api.js';
import { isTopUp } from './payment-states.js';
import { own } from './selling.js';

export const PAYMENT = '/gateway/payment';

export const payments = {
  /** The newest attempt to pay a booking, or null: a booking that is held has one of the newest orders. */
  ofBooking: (id) => newest(({ service_id: sold }) => sold === id).then((found) => found?.payment ?? null),
  /** One's newest top-up, or null. */
  topUp: () => newest(isTopUp).then((found) => (found?.payment ? found : null)),
  orders: (values) => page(`${PAYMENT}/orders${query(values)}`),
  order: (id) => json('GET', `${PAYMENT}/orders/${part(id)}`),
  transaction: (id) => json('GET', `${PAYMENT}/transactions/${part(id)}`),
  get: (id) => json('GET', `${PAYMENT}/payments/${part(id)}`),
  methods: () => json('GET', `${PAYMENT}/checkout/methods`),
  checkout: (body, key) => json('POST', `${PAYMENT}/checkout`, keyed(body, key)),
};

/** The first such of one's newest orders, with the newest attempt to pay it; or null. */
async function newest(isWanted) {
  const { items } = await payments.orders(own({ limit: 100 }));
  const order = items.find(isWanted);
  return order?.transaction_id ? { order, payment: (await payments.transaction(order.transaction_id)).payment } : null;
}
