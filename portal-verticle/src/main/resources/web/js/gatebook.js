// The ticket list and who has passed, as this device last heard of it.
import { door } from './api.js';
import { database, forget, keep, recall } from './database.js';
import { judge } from './judge.js';
import { fold } from './ticketcode.js';

const PAGE = 1000;

const all = (eventId) => IDBKeyRange.bound([eventId], [eventId, []]);
const mark = (eventId) => `event ${eventId}`;

/** What the door knows without a network. */
export async function judgeHere(scan) {
  const [ticket, passage, known] = await Promise.all([meant(scan), passageOf(scan), recall(mark(scan.event_id))]);
  const code = judge(scan, { ticket, passage, listed: known?.total > 0, rules: known?.rules });
  return { code, ticket, passage };
}

/** The ticket on the list that a code means: its own, or the only one that differs by case alone. */
async function meant({ event_id, ticket_id }) {
  const db = await database();
  const exact = await db.get('tickets', [event_id, ticket_id]);
  if (exact) return exact;
  const alike = await db.getAllFromIndex('tickets', 'by_fold', [event_id, fold(ticket_id)]);
  return alike.length === 1 ? alike[0] : undefined;
}

/** Under which code a ticket has passed or will: the list's, unless it has passed under its own before the list came. */
async function spelled(scan) {
  const db = await database();
  const { event_id, ticket_id } = scan;
  const listed = (await meant(scan))?.ticket_id ?? ticket_id;
  const passedAs = (code) => db.getKey('passages', [event_id, code]);
  return listed !== ticket_id && (await passedAs(ticket_id)) && !(await passedAs(listed)) ? ticket_id : listed;
}

export async function passageOf(scan) {
  return (await database()).get('passages', [scan.event_id, await spelled(scan)]);
}

/** How many tickets are on the device; null when their list never came whole. */
export async function listed(eventId) {
  return (await recall(mark(eventId)))?.total ?? null;
}

const passage = ({ event_id, ticket_id, at, gate, staff, device_id, direction }) =>
  ({ event_id, ticket_id, at, gate, staff, device_id, inside: direction !== 'out' });

/** Notes that a ticket has passed, by this door or, from the feed, by another. */
export async function passed(scan) {
  const ticket_id = await spelled(scan);
  await (await database()).put('passages', passage({ ...scan, ticket_id }));
}

/** Takes over the whole ticket list and the rules, a page at a time: between two, the door can answer. */
export async function syncList(eventId, signal) {
  await keep(mark(eventId), { rules: await door.rules(eventId) });
  const gone = new Set((await (await database()).getAllKeys('tickets', all(eventId))).map(([, ticketId]) => ticketId));
  let total = 0;
  let cursor = null;
  do {
    const page = await door.tickets(eventId, { limit: PAGE, cursor });
    if (signal.aborted) return;
    page.items.forEach((ticket) => gone.delete(ticket.ticket_id));
    await change('tickets', (store) => page.items.forEach((ticket) => store.put({ ...ticket, event_id: eventId, fold: fold(ticket.ticket_id) })));
    total += page.items.length;
    cursor = page.cursor;
  } while (cursor);
  await change('tickets', (store) => gone.forEach((ticketId) => store.delete([eventId, ticketId])));
  await keep(mark(eventId), { total });
}

/** Several changes of a store at once. */
async function change(name, action) {
  const transaction = (await database()).transaction(name, 'readwrite');
  action(transaction.store);
  await transaction.done;
}

/** Takes over what happened at other doors since the last time. */
export async function syncPassages(eventId, signal) {
  let after = (await recall(mark(eventId)))?.seq ?? 0;
  for (let more = true; more;) {
    const changes = await door.changes(eventId, after).catch((error) => startOver(eventId, error));
    if (signal.aborted || !changes.length) return;
    await change('passages', (store) => changes.forEach((one) => take(store, one)));
    after = changes.at(-1).seq;
    await keep(mark(eventId), { seq: after });
    more = changes.length === PAGE;
  }
}

/** The feed can't go on from there, as after a backup was restored: who is in comes from the attendance itself. */
async function startOver(eventId, error) {
  if (error.code !== 'FEED_EXPIRED') throw error;
  const { records, lastSeq } = await door.attendance(eventId);
  await forgetPassages(eventId);
  const mine = records.map((r) => ({ ...r, kind: 'check_in', at: r.checked_in_at, staff: r.checked_in_by }));
  return [...mine, { kind: 'none', seq: lastSeq }];
}

/** All but those that the service hasn't heard of. */
async function forgetPassages(eventId) {
  const queue = await (await database()).getAll('queue');
  const mine = queue.filter((scan) => scan.event_id === eventId && scan.waits && !scan.code);
  await change('passages', (store) => store.delete(all(eventId)));
  for (const scan of mine) await passed({ ...scan, at: scan.scanned_at, staff: '' });
}

function take(store, one) {
  if (one.kind === 'check_in' || one.kind === 'check_out') store.put(passage(one));
  if (one.kind === 'undo') store.delete([one.event_id, one.ticket_id]);
}

/** Forgets every list, which has people's names in it; scans that wait to be sent stay. */
export async function forgetLists() {
  const db = await database();
  await Promise.all([db.clear('tickets'), db.clear('passages')]);
  const setup = await recall('door');
  if (setup) await forget(mark(setup.eventId));
}
