import { same } from './check.js';
import { door, refusal } from './api.js';
import { judgeHere, passed, syncList, syncPassages } from './gatebook.js';
import { put } from './outbox.js';

const { signal } = new AbortController();
const at = (second) => `2026-01-01T10:00:${String(second).padStart(2, '0')}.000000Z`;
const scan = (direction = 'in') => ({ event_id: 'e', ticket_id: 'T1', gate: 'A', device_id: 'mine', direction });

const change = (seq, second, direction, more = {}) => ({
  seq, kind: direction === 'out' ? 'check_out' : 'check_in', direction, event_id: 'e', ticket_id: 'T1', at: at(second), gate: 'B', device_id: 'other', staff: 'budi', ...more,
});

/** A door with the list [T1] that has heard these changes. */
async function heard(changes, reentry = true) {
  door.changes = async (eventId, after) => Object.assign(changes.filter(({ seq }) => seq > after), { version: 'v1' });
  door.tickets = async () => ({
    items: [{ ticket_id: 'T1', gates: [] }], cursor: null, headers: new Map([['X-Door-Version', 'v1'], ['X-Listed', 'true']]),
  });
  door.rules = async () => ({ reentry, event_title: 'Concert' });
  door.ticketKeys = async () => [];
  await syncList('e', await syncPassages('e', signal), signal);
}

const code = async (direction) => (await judgeHere(scan(direction))).code;

export async function aWayOutThatIsHandedInLaterShouldNotCountAfterAWayIn() {
  await heard([change(1, 10, 'in'), change(2, 20, 'out'), change(3, 30, 'in'), change(4, 25, 'out')]);
  same('ALREADY_CHECKED_IN', await code());
}

export async function aWayInThatIsHandedInLaterShouldNotCountAfterAWayOut() {
  await heard([change(1, 10, 'in'), change(2, 30, 'out'), change(3, 20, 'in')]);
  same(null, await code());
}

export async function whatThisDoorLetInShouldNotBeForgottenForAnOlderWayOut() {
  await heard([change(1, 10, 'in'), change(2, 20, 'out')]);
  await passed({ ...scan(), at: '2026-01-01T10:00:40.000Z' });
  await heard([change(1, 10, 'in'), change(2, 20, 'out'), change(3, 25, 'out', { device_id: 'third' })]);
  same('ALREADY_CHECKED_IN', await code());
}

export async function theServicesTimeShouldCountForWhatThisDoorLetIn() {
  await passed({ ...scan(), at: '2026-01-01T11:00:00.000Z' }); // This device's clock is ahead.
  await heard([change(1, 10, 'in', { device_id: 'mine' }), change(2, 20, 'out')]);
  same(null, await code());
}

export async function anUndoneEntryShouldBeForgotten() {
  await heard([change(1, 10, 'in'), { ...change(2, 20, 'in'), kind: 'undo' }]);
  same(null, await code());
}

export async function whereNobodyKnowsWhoHasLeftNobodyShouldBeJudged() {
  await heard([change(1, 10, 'in')]);
  door.changes = async () => { throw refusal(410, 'FEED_EXPIRED'); };
  door.attendance = async () => ({ records: [{ event_id: 'e', ticket_id: 'T1', checked_in_at: at(10), checked_in_by: 'budi' }], lastSeq: 9 });
  await syncPassages('e', signal);
  same(['UNCHECKED', 'UNCHECKED'], [await code('in'), await code('out')]);
  await heard([change(10, 50, 'out')]);
  same(null, await code());
}

export async function withoutReEntryWhoHasEnteredShouldNotEnterAgain() {
  await heard([change(1, 10, 'in')], false);
  door.changes = async () => { throw refusal(410, 'FEED_EXPIRED'); };
  door.attendance = async () => ({ records: [{ event_id: 'e', ticket_id: 'T1', checked_in_at: at(10), checked_in_by: 'budi' }], lastSeq: 9 });
  await syncPassages('e', signal);
  same('ALREADY_CHECKED_IN', await code());
}

export async function whatWaitsToBeSentShouldOutliveANewStart() {
  await heard([change(1, 10, 'in', { ticket_id: 'T9' })]);
  await put({ ...scan(), nonce: 'n', scanned_at: '2026-01-01T10:00:40.000Z', waits: true });
  door.changes = async () => { throw refusal(410, 'FEED_EXPIRED'); };
  door.attendance = async () => ({ records: [], lastSeq: 9 });
  await syncPassages('e', signal);
  same('ALREADY_CHECKED_IN', await code());
}
