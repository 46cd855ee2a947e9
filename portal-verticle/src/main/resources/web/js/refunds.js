// What can be given back of a payment, what is under way, and what tickets have cost.
const UNDER_WAY = ['REQUESTED', 'SENT', 'UNKNOWN'];
const PAID = ['PAID', 'PARTIALLY_REFUNDED'];
const PARTS = 10000; // Of a currency's major unit: sums of them are exact.

export const isUnderWay = ({ status }) => UNDER_WAY.includes(status);

/** An order's status; `REFUNDED` where all that was paid is back. */
export const stateOf = ({ status, paid_amount: paid, refunded_amount: back }) => (paid > 0 && back >= paid ? 'REFUNDED' : status);

const sum = (amounts) => amounts.reduce((total, amount) => total + Math.round(amount * PARTS), 0) / PARTS;

/** The most that can be given back: what was paid, less all that is back or under way. */
export function leftOf(payment, refunds) {
  if (!PAID.includes(payment?.status)) return 0;
  const counted = refunds.filter((refund) => refund.payment_id === payment.id && refund.status !== 'FAILED');
  return sum([payment.amount, ...counted.map(({ amount }) => -amount)]);
}

/** What a booking's tickets have cost; each type's tickets the same. */
export const priceOf = ({ items }, tickets) =>
  sum(tickets.map(({ ticket_type_id: type }) => items.find((item) => item.ticket_type_id === type)?.price ?? 0));

/** A refund as the service takes it: all that is left where no amount is said. */
export const wantedBack = ({ amount, reason }, tickets) => ({
  reason,
  ...(amount && { amount: Number(amount) }),
  ...(tickets.length && { tickets }),
});
