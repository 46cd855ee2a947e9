import { same } from './check.js';
import { door, reachable, refusal, unsure } from './api.js';
import { Exchange } from './exchange.js';
import { asked } from './gatebook.js';
import { put } from './outbox.js';
import { session } from './session.js';

const scan = (more = {}) => ({
  nonce: 'n1', event_id: 'e', ticket_id: 'T1', device_id: 'd', scanned_at: '2026-01-01T10:00:00Z', waits: true, ...more,
});

const answering = (result) => {
  door.batch = async ({ scans }) => ({ results: scans.map(({ nonce }) => ({ nonce, ...result })) });
};

async function afterRun(more) {
  await put(scan(more));
  const exchange = new Exchange('e', () => {});
  await exchange.run();
  return exchange;
}

export async function whatWasSentShouldNotWaitAnyMore() {
  answering({ status: 'checked_in', record: {} });
  const { pending, cut, refused, conflicts, list } = await afterRun();
  same([0, false, null, 0, 2], [pending.waits, cut, refused, conflicts.length, list.size]);
  same([1, ['v1']], [asked.passages, asked.lists]);
}

export async function noAnswerShouldCountAsCutOff() {
  door.batch = async () => { throw unsure(); };
  const { pending, cut, refused } = await afterRun();
  same([1, true, null], [pending.waits, cut, refused]);
}

export async function aRefusalShouldBeSaidAndOtherDoorsHeardNevertheless() {
  door.batch = async () => { throw refusal(403, 'FORBIDDEN'); };
  const { pending, cut, refused } = await afterRun();
  same([1, false, 'FORBIDDEN', 1], [pending.waits, cut, refused.code, asked.passages]);
}

export async function anEndedSessionShouldBeNobodysRefusal() {
  door.batch = async () => { throw refusal(401, 'UNAUTHORIZED'); };
  const { cut, refused } = await afterRun();
  same([false, null, 0], [cut, refused, asked.passages]);
}

export async function withoutALogInItShouldOnlyKnock() {
  session.token = null;
  reachable.is = false;
  const { pending, cut } = await afterRun();
  same([1, true, 0], [pending.waits, cut, asked.passages]);
}

export async function offlineNothingShouldBeSent() {
  navigator.onLine = false;
  let sent = 0;
  door.batch = async () => { sent += 1; };
  const { pending } = await afterRun();
  same([0, 1], [sent, pending.waits]);
}

export async function whatTheServiceSeesOtherwiseShouldBeKeptUntilItIsSeen() {
  answering({ status: 'conflict', record: {}, other: { gate: 'B' } });
  const exchange = await afterRun();
  same([['T1', false, 'Siti']], exchange.conflicts.map(({ ticket_id, turnedAway, holder }) => [ticket_id, turnedAway, holder]));
  const later = new Exchange('e', () => {});
  await later.run();
  same(1, later.conflicts.length);
  await later.seen();
  same(0, later.conflicts.length);
}

export async function aTicketThatWasTurnedAwayWronglyShouldBeSaid() {
  answering({ status: 'checked_in', record: {} });
  const { conflicts } = await afterRun({ code: 'UNKNOWN_TICKET' });
  same([true], conflicts.map(({ turnedAway }) => turnedAway));
}

export async function aTicketThatWasTurnedAwayRightlyShouldNot() {
  answering({ status: 'refused', record: {}, code: 'UNKNOWN_TICKET' });
  same(0, (await afterRun({ code: 'UNKNOWN_TICKET' })).conflicts.length);
}

export async function twoRunsAtOnceShouldBeOne() {
  let sent = 0;
  door.batch = async ({ scans }) => { sent += 1; return { results: scans.map(({ nonce }) => ({ nonce, status: 'checked_in', record: {} })) }; };
  await put(scan());
  const exchange = new Exchange('e', () => {});
  await Promise.all([exchange.run(), exchange.run()]);
  same([1, 1], [sent, asked.passages]);
}
