// The ticket list and who has passed, as this device last heard of it.
import { door } from './api.js';
import { database, keep, recall } from './database.js';
import { judge } from './judge.js';

const PAGE = 1000;

const all = (eventId) => IDBKeyRange.bound([eventId], [eventId, []]);

/** What the door knows without a network. */
export async function judgeHere(scan) {
  const db = await database();
  const key = [scan.event_id, scan.ticket_id];
  const [ticket, passage, mark] = [await db.get('tickets', key), await db.get('passages', key), await recall(scan.event_id)];
  const code = judge(scan, { ticket, passage, listed: mark?.listed ?? false, rules: mark?.rules });
  return { code, ticket, passage };
}

export async function holder(eventId, ticketId) {
  return (await database()).get('tickets', [eventId, ticketId]);
}

/** Notes that a ticket has passed, by this door or, from the feed, by another. */
export async function passed({ event_id, ticket_id, at, gate, staff, direction }) {
  const inside = direction !== 'out';
  await (await database()).put('passages', { event_id, ticket_id, at, gate, staff, inside });
}

/** Takes over the whole ticket list and the rules; `onProgress(tickets so far)`. */
export async function syncList(eventId, onProgress = () => {}) {
  const rules = await door.rules(eventId);
  const tickets = [];
  let cursor = null;
  do {
    const page = await door.tickets(eventId, { limit: PAGE, cursor });
    tickets.push(...page.items);
    cursor = page.cursor;
    onProgress(tickets.length);
  } while (cursor);
  await replace(eventId, tickets);
  await keep(eventId, { ...(await recall(eventId)), rules, listed: tickets.length > 0, syncedAt: new Date().toISOString() });
}

async function replace(eventId, tickets) {
  const change = (await database()).transaction('tickets', 'readwrite');
  change.store.delete(all(eventId));
  tickets.forEach((ticket) => change.store.put({ ...ticket, event_id: eventId }));
  await change.done;
}

/** Takes over what happened at other doors since the last time. */
export async function syncPassages(eventId) {
  let after = (await recall(eventId))?.seq ?? 0;
  for (let more = true; more;) {
    const changes = await door.changes(eventId, after).catch((error) => startOver(eventId, error));
    for (const change of changes) await take(eventId, change);
    after = changes.at(-1)?.seq ?? after;
    await keep(eventId, { ...(await recall(eventId)), seq: after });
    more = changes.length === PAGE;
  }
}

/** The feed no longer goes back that far: who is in comes from the attendance itself. */
async function startOver(eventId, error) {
  if (error.code !== 'FEED_EXPIRED') throw error;
  const { records, lastSeq } = await door.attendance(eventId);
  const mine = records.map((r) => ({ ...r, kind: 'check_in', at: r.checked_in_at, staff: r.checked_in_by }));
  return [...mine, { kind: 'none', seq: lastSeq }];
}

async function take(eventId, change) {
  if (change.kind === 'check_in' || change.kind === 'check_out') await passed(change);
  if (change.kind === 'undo') await (await database()).delete('passages', [eventId, change.ticket_id]);
}

/** Forgets every list, which has people's names in it; scans that wait to be sent stay. */
export async function forgetLists() {
  const db = await database();
  await Promise.all([db.clear('tickets'), db.clear('passages')]);
  const setup = await recall('door');
  if (setup) await db.delete('setup', setup.eventId);
}
