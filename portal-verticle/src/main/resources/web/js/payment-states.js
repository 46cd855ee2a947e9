// What has become of an attempt to pay, and of a top-up that is paid by it.
const OPEN = ['CREATED', 'UNKNOWN', 'PENDING'];
const ENDS = ['PAID', 'EXPIRED', 'CANCELLED', 'REFUNDED'];

/** Whether its money may still come. */
export const isOpen = (attempt) => OPEN.includes(attempt?.status);

/** `waiting` for the money, `asking` the gateway, or how it has ended. */
export function attemptState(attempt) {
  if (isOpen(attempt)) return attempt.status === 'PENDING' ? 'waiting' : 'asking';
  return ENDS.includes(attempt.status) ? attempt.status : 'FAILED';
}

/**
 * Of orders: money for a wallet.
 * @param {any} order
 */
export const isTopUp = ({ service_type: type }) => type === 'TOPUP';

/** Of an order and its newest attempt: the money may come, or is about to be in the wallet. */
export const isOnItsWay = ({ order, payment }) => isOpen(payment) || order?.status === 'PAID';

/**
 * The state of its attempt, `COMPLETED` once the money is in the wallet; null for what is over and was begun so long ago that
 * it could not be paid any more. The order is null until it was asked for.
 */
export function topUpState({ order, payment }, now = Date.now()) {
  const state = attemptState(payment);
  if (isOnItsWay({ order, payment })) return state;
  if (order && Date.parse(order.expires_at) <= now) return null;
  return order && state === 'PAID' ? (order.status === 'COMPLETED' ? 'COMPLETED' : 'REFUNDED') : state;
}
