// The ticket list and who has passed, as this device last heard of it.
import { door } from './api.js';
import { database, forget, keep, recall } from './database.js';
import { judge } from './judge.js';
import { claims, onSession, session } from './session.js';
import { isGenuine } from './signature.js';
import { fold } from './ticketcode.js';

const PAGE = 1000;
const MARK = 'event ';

const all = (eventId) => IDBKeyRange.bound([eventId], [eventId, []]);
const mark = (eventId) => MARK + eventId;

/** What the door knows without a network: `{code, ticket, passage, rules, unlisted}`. */
export async function judgeHere(scan) {
  const [ticket, passage, known] = await Promise.all([meant(scan), passageOf(scan), recall(mark(scan.event_id))]);
  const { list, rules, keys } = known ?? {};
  const genuine = Boolean(!ticket && scan.signed && list?.listed) && (await isGenuine(scan.signed, scan.event_id, keys ?? []));
  const code = judge(scan, { ticket, genuine, passage, rules, listed: list?.listed, whole: isWhole(known) });
  return { code, ticket, passage, rules, unlisted: genuine && !code && scan.direction !== 'out' };
}

/** The ticket on the list that a code means: its own, or the only one that differs by case alone. */
async function meant({ event_id, ticket_id }) {
  const db = await database();
  const exact = await db.get('tickets', [event_id, ticket_id]);
  if (exact) return exact;
  const alike = await db.getAllFromIndex('tickets', 'by_fold', [event_id, fold(ticket_id)]);
  return alike.length === 1 ? alike[0] : undefined;
}

/** A guest's name, where it is on the device. */
export const holderOf = async (scan) => (await meant(scan))?.holder_name;

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

/** The list came whole, for this log-in, and so did what happened at the doors until then. */
const isWhole = (known) => Boolean(known?.list && known.heard && known.list.by === claims()?.sub);

/**
 * What is on the device of an event: `{total, listed, at, title}`, `at` when it was current; null when the list never
 * came whole for this log-in.
 */
export async function listed(eventId) {
  const known = await recall(mark(eventId));
  return isWhole(known) ? { ...known.list, title: known.rules.event_title } : null;
}

/** `seq` is the service's, of what it has told; `inside` is null where nobody knows whether the ticket has left since. */
const passage = ({ event_id, ticket_id, at, gate, staff, device_id, direction, seq, inside = direction !== 'out' }) => ({
  event_id,
  ticket_id,
  at,
  gate,
  staff,
  device_id,
  seq,
  inside,
});

/** Notes that a ticket has passed, by this door or, from the feed, by another. */
export async function passed(scan) {
  const ticket_id = await spelled(scan);
  await (await database()).put('passages', passage({ ...scan, ticket_id }));
}

/**
 * Takes over what changed of the ticket list and the rules, or all of it, a page at a time: between two, the door can
 * answer. `version` is what the feed says of them: the same again means that what is here is current.
 */
export async function syncList(eventId, version, signal) {
  const at = new Date().toISOString();
  const known = await recall(mark(eventId));
  const mine = isWhole(known) ? known.list : null;
  if (mine?.version === version) return keep(mark(eventId), { list: { ...mine, at } });
  const found = (await (mine ? readChanged(eventId, mine.version, signal).catch(lost) : null)) ?? (await readAll(eventId, signal));
  const [rules, keys] = await Promise.all([door.rules(eventId), door.ticketKeys(eventId)]);
  const total = await (await database()).count('tickets', all(eventId));
  if (isLive(signal)) await keep(mark(eventId), { rules, keys, list: { ...found, total, at, by: claims()?.sub } });
}

/** The list is another one, or the service has started anew. */
function lost(error) {
  if (error.code !== 'LIST_EXPIRED') throw error;
  return null;
}

/** What was changed while it was read comes after it; a list that was replaced meanwhile is read with the next run. */
async function readAll(eventId, signal) {
  const gone = new Set((await (await database()).getAllKeys('tickets', all(eventId))).map(([, ticketId]) => ticketId));
  const { version } = await read(eventId, {}, signal, (ticket) => gone.delete(ticket.ticket_id));
  if (isLive(signal)) await change('tickets', (store) => gone.forEach((ticketId) => store.delete([eventId, ticketId])));
  return readChanged(eventId, version, signal);
}

const readChanged = (eventId, since, signal) => read(eventId, { since }, signal, () => {});

/** The version is that of the first page. */
async function read(eventId, values, signal, onTicket) {
  let first = null;
  for (let cursor = null; cursor || !first; ) {
    const page = await door.tickets(eventId, { limit: PAGE, ...values, cursor });
    if (!isLive(signal)) return {};
    page.items.forEach(onTicket);
    await change('tickets', (store) =>
      page.items.forEach((ticket) => store.put({ ...ticket, event_id: eventId, fold: fold(ticket.ticket_id) })),
    );
    first ??= page.headers;
    ({ cursor } = page);
  }
  return { version: first.get('X-Door-Version'), listed: first.get('X-Listed') !== 'false' };
}

/** A door that was left, or whose log-in has ended, keeps nothing more. */
const isLive = (signal) => !signal.aborted && Boolean(session.token);

/** Several changes of a store at once. */
async function change(name, action) {
  const transaction = (await database()).transaction(name, 'readwrite');
  await action(transaction.store);
  await transaction.done;
}

/** Takes over what happened at other doors since the last time; completes with the version of list and rules. */
export async function syncPassages(eventId, signal) {
  let after = (await recall(mark(eventId)))?.seq ?? 0;
  let version = null;
  for (let more = true; more; ) {
    const changes = await door.changes(eventId, after).catch((error) => startOver(eventId, error));
    if (!isLive(signal)) return null;
    await change('passages', async (store) => {
      for (const one of changes) await take(store, one);
    });
    after = changes.at(-1)?.seq ?? after;
    ({ version } = changes);
    more = changes.length === PAGE;
    await keep(mark(eventId), { seq: after, ...(!more && { heard: true }) });
  }
  return version;
}

/** The feed can't go on from there, as after a backup was restored: who is in comes from the attendance itself. */
async function startOver(eventId, error) {
  if (error.code !== 'FEED_EXPIRED') throw error;
  const { records, lastSeq } = await door.attendance(eventId);
  await forgetPassages(eventId);
  const mine = records.map((r) => ({ ...r, kind: 'check_in', at: r.checked_in_at, staff: r.checked_in_by, inside: null }));
  return Object.assign([...mine, { kind: 'none', seq: lastSeq }], { version: null });
}

/** All but those that the service hasn't heard of. */
async function forgetPassages(eventId) {
  const queue = await (await database()).getAll('queue');
  const mine = queue.filter((scan) => scan.event_id === eventId && scan.waits && !scan.code);
  await change('passages', (store) => store.delete(all(eventId)));
  for (const scan of mine) await passed({ ...scan, at: scan.scanned_at, staff: '' });
}

/** The latest passage counts, not the one that was handed in last. */
async function take(store, one) {
  const key = [one.event_id, one.ticket_id];
  if (one.kind === 'undo') await store.delete(key);
  if (one.kind !== 'check_in' && one.kind !== 'check_out') return;
  const known = await store.get(key);
  if (!known || isSame(known, one) || new Date(known.at) <= new Date(one.at)) await store.put(passage(one));
}

/** This door's own passage, now with the service's time: the device's clock may be wrong. */
const isSame = (known, one) => known.seq === undefined && known.device_id === one.device_id && known.inside === (one.kind === 'check_in');

/** Forgets every list, which has people's names in it; scans that wait to be sent stay. */
export async function forgetLists() {
  const db = await database();
  await Promise.all([db.clear('tickets'), db.clear('passages')]);
  for (const key of await db.getAllKeys('setup')) if (key.startsWith(MARK)) await forget(key);
}

/** A device that was revoked, as a lost one is, has no business with guests' names. */
onSession(() => {
  if (session.ended === 'revoked') forgetLists();
});
