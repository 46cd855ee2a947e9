import { same } from './check.js';
import { dayStart, fromInput, isZone, toInput } from './local-time.js';

export function aTimeShouldBeReadByTheClocksOfItsPlace() {
  same('2026-12-31T12:00:00.000Z', fromInput('2026-12-31T19:00', 'Asia/Jakarta'));
  same('2026-12-31T10:00:00.000Z', fromInput('2026-12-31T19:00', 'Asia/Jayapura'));
  same('2026-12-31T19:00', toInput('2026-12-31T12:00:00.000000Z', 'Asia/Jakarta'));
  same('2027-01-01T00:30', toInput('2026-12-31T15:30:00Z', 'Asia/Jayapura'));
}

export function clocksThatChangeShouldBeFollowed() {
  same('2026-07-01T17:00:00.000Z', fromInput('2026-07-01T19:00', 'Europe/Berlin'));
  same('2026-12-01T18:00:00.000Z', fromInput('2026-12-01T19:00', 'Europe/Berlin'));
  same('2026-03-29T01:00:00.000Z', fromInput('2026-03-29T03:00', 'Europe/Berlin'), 'the first minute of summer');
  same('2026-03-29T00:59:00.000Z', fromInput('2026-03-29T01:59', 'Europe/Berlin'), 'the last of winter');
}

export function nothingShouldStayNothing() {
  same('', toInput(null, 'Asia/Jakarta'));
  same(null, fromInput('', 'Asia/Jakarta'));
  same(null, fromInput(undefined, 'Asia/Jakarta'));
}

export function aHalfTypedZoneShouldBeNone() {
  same([true, false, false], [isZone('Asia/Makassar'), isZone('Asia/Ma'), isZone('')]);
}

export function aDayShouldBeginByTheClocksOfItsPlace() {
  same('2026-11-30T17:00:00.000Z', dayStart('2026-12-01', 'Asia/Jakarta'));
  same('2026-12-31T17:00:00.000Z', dayStart('2026-12-31', 'Asia/Jakarta', 1), 'the first of January');
  same('2026-10-25T23:00:00.000Z', dayStart('2026-10-25', 'Europe/Berlin', 1), 'after a day of 25 hours');
  same(null, dayStart('', 'Asia/Jakarta', 1));
}
