import { same } from './check.js';
import { asClock, secondsLeft } from './countdown.js';

const until = '2026-11-26T10:15:00.500000Z';
const at = (time) => secondsLeft(until, Date.parse(`2026-11-26T${time}Z`));

export function aHoldShouldBeOverWhenItEndsAndNotBefore() {
  same([900, 1, 1, 0, 0], [at('10:00:00.500'), at('10:14:59.500'), at('10:15:00.499'), at('10:15:00.500'), at('11:00:00')]);
}

export function timeShouldBeShownAsAClockDoes() {
  same(['0:00', '0:09', '14:05', '24:00:00'], [asClock(0), asClock(9), asClock(845), asClock(86400)]);
}
