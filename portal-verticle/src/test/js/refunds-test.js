import { same } from './check.js';
import { leftOf, priceOf, stateOf, wantedBack } from './refunds.js';

const payment = { id: 1, amount: 300, status: 'PARTIALLY_REFUNDED' };
const refund = (amount, status, payment_id = 1) => ({ amount, status, payment_id });

export function whatFailedShouldBeThereToBeGivenBack() {
  same(150, leftOf(payment, [refund(100, 'SUCCEEDED'), refund(50, 'UNKNOWN'), refund(70, 'FAILED')]));
  same(300, leftOf(payment, [refund(100, 'SUCCEEDED', 2)]), 'of another payment');
}

export function whatIsNotPaidShouldLeaveNothing() {
  same([0, 0, 0], [leftOf(null, []), leftOf({ ...payment, status: 'PENDING' }, []), leftOf({ ...payment, status: 'REFUNDED' }, [])]);
}

export function centsShouldAddUp() {
  same(0.1, leftOf({ ...payment, amount: 0.3 }, [refund(0.2, 'SENT')]));
  const booking = { items: [{ ticket_type_id: 'a', price: 0.1 }, { ticket_type_id: 'b', price: 0.2 }] };
  same(0.3, priceOf(booking, [{ ticket_type_id: 'a' }, { ticket_type_id: 'b' }]));
}

export function allThatIsLeftShouldBeAskedForWithoutAnAmount() {
  same({ reason: 'Moved' }, wantedBack({ reason: 'Moved' }, []));
  same({ reason: 'Moved', amount: 50, tickets: ['A'] }, wantedBack({ reason: 'Moved', amount: '50' }, ['A']));
}

export function anOrderWhoseMoneyIsBackShouldSaySo() {
  same(['REFUNDED', 'COMPLETED', 'CANCELLED'], [stateOf({ status: 'CANCELLED', paid_amount: 5, refunded_amount: 5 }),
    stateOf({ status: 'COMPLETED', paid_amount: 5, refunded_amount: 2 }), stateOf({ status: 'CANCELLED', paid_amount: 0, refunded_amount: 0 })]);
}
