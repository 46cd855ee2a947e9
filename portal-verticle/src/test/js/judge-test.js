import { same } from './check.js';
import { judge, UNCHECKED } from './judge.js';

const ticket = (more = {}) => ({ gates: [], ...more });
const whole = { whole: true, listed: true, ticket: ticket(), rules: { reentry: false } };

export function nobodyShouldBeLetThroughByLessThanTheWholeList() {
  same(null, judge({ gate: 'A' }, whole));
  same(UNCHECKED, judge({ gate: 'A' }, { ...whole, whole: false }));
  same(UNCHECKED, judge({ gate: 'A' }, { whole: false, listed: true, ticket: undefined }));
  same('UNKNOWN_TICKET', judge({ gate: 'A' }, { ...whole, ticket: undefined }));
}

export function aGenuineTicketShouldEnterWithoutBeingListedUnlessItIsIn() {
  const unlisted = { ...whole, ticket: undefined, genuine: true };
  same(null, judge({ gate: 'A' }, unlisted));
  same('ALREADY_CHECKED_IN', judge({ gate: 'A' }, { ...unlisted, passage: { inside: true } }));
  same(UNCHECKED, judge({ gate: 'A' }, { ...unlisted, whole: false }));
  same('TICKET_REVOKED', judge({ gate: 'A' }, { ...unlisted, ticket: ticket({ revoked: 'REISSUED' }) }));
}

export function whatIsKnownToBeWrongShouldNeedNoWholeList() {
  same('TICKET_REVOKED', judge({}, { whole: false, ticket: ticket({ revoked: 'lost' }) }));
  same('WRONG_GATE', judge({ gate: 'B' }, { whole: false, ticket: ticket({ gates: ['A'] }) }));
  same('ALREADY_CHECKED_IN', judge({}, { whole: false, passage: { inside: true } }));
}

export function gatesShouldBeComparedWithoutCase() {
  same(null, judge({ gate: 'NORTH' }, { ...whole, ticket: ticket({ gates: ['North'] }) }));
}

export function doorsShouldOpenAndCloseToTheSecond() {
  const rules = { opens_at: '2026-01-01T10:00:00Z', closes_at: '2026-01-01T12:00:00Z' };
  const at = (time) => judge({}, { ...whole, rules }, new Date(`2026-01-01T${time}Z`));
  same(['DOORS_CLOSED', null, null, 'DOORS_CLOSED'], [at('09:59:59'), at('10:00:00'), at('11:59:59'), at('12:00:00')]);
}

export function whoIsInsideShouldGetOutWhateverBecameOfTheEvent() {
  const rules = { event_status: 'cancelled' };
  same(null, judge({ direction: 'out' }, { whole: true, passage: { inside: true }, rules }));
  same('EVENT_CANCELLED', judge({ direction: 'out' }, { whole: true, rules }));
  same('EVENT_CANCELLED', judge({}, { ...whole, rules }));
}
