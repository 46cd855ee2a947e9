import { same } from './check.js';
import { attemptState, isOnItsWay, topUpState } from './payment-states.js';

const NOW = Date.parse('2026-01-03T10:00:00Z');
const topUp = (payment, order, expires_at = '2026-01-03T10:30:00Z') => ({ payment: { status: payment }, order: { status: order, expires_at } });
const states = (...topUps) => topUps.map((one) => topUpState(one, NOW));

export function anAttemptShouldWaitOrSayHowItHasEnded() {
  const told = ['PENDING', 'CREATED', 'UNKNOWN', 'PAID', 'EXPIRED', 'CHARGED_BACK'].map((status) => attemptState({ status }));
  same(['waiting', 'asking', 'asking', 'PAID', 'EXPIRED', 'FAILED'], told);
}

export function aTopUpShouldBeToldOfUntilItIsInTheWallet() {
  same(
    ['waiting', 'asking', 'PAID', 'COMPLETED'],
    states(topUp('PENDING', 'CONFIRMED'), topUp('UNKNOWN', 'CONFIRMED'), topUp('PAID', 'PAID'), topUp('PAID', 'COMPLETED')),
  );
}

export function aTopUpThatCameToNothingShouldSaySo() {
  same(['FAILED', 'CANCELLED'], states(topUp('FAILED', 'CONFIRMED'), topUp('CANCELLED', 'CANCELLED')));
  same(['REFUNDED', 'REFUNDED'], states(topUp('PAID', 'CANCELLED'), topUp('REFUNDED', 'CANCELLED')), 'the wallet refused it');
}

export function whatIsOverShouldNotBeToldForEver() {
  const before = '2026-01-03T10:00:00Z';
  same([null, null], states(topUp('PAID', 'COMPLETED', before), topUp('EXPIRED', 'CANCELLED', before)));
  same(['waiting', 'PAID'], states(topUp('PENDING', 'CONFIRMED', before), topUp('PAID', 'PAID', before)), 'money that may still come');
}

export function whatHasJustBegunShouldBeToldWithoutItsOrder() {
  same(['waiting', 'FAILED'], states({ payment: { status: 'PENDING' }, order: null }, { payment: { status: 'FAILED' }, order: null }));
  same([true, false], [isOnItsWay({ payment: { status: 'PENDING' }, order: null }), isOnItsWay(topUp('PAID', 'COMPLETED'))]);
}
