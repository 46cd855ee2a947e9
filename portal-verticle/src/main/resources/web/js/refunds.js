// What can be given back of a payment, and what is under way.
const UNDER_WAY = ['REQUESTED', 'SENT', 'UNKNOWN'];

export const isUnderWay = ({ status }) => UNDER_WAY.includes(status);

/** An order's status; `REFUNDED` where all that was paid is back. */
export const stateOf = ({ status, paid_amount: paid, refunded_amount: back }) => (paid > 0 && back >= paid ? 'REFUNDED' : status);
