// Who is on the list, by name or number: from the device, else from the service.
import { door } from './api.js';
import { database } from './database.js';

const CHUNK = 2000;
const MOST = 20;

/** As people type: neither case nor accents count. */
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Up to 20 tickets whose number or holder contains the text, with who has passed: `{ticket_id, holder_name, …, passage}`. */
export async function findGuests(eventId, text, isHere) {
  const found = isHere ? await searchHere(eventId, plain(text)) : (await door.tickets(eventId, { q: text, limit: MOST })).items;
  const db = await database();
  return Promise.all(found.map(async (ticket) => ({ ...ticket, passage: await db.get('passages', [eventId, ticket.ticket_id]) })));
}

/** Some thousand at a time: a long list neither fills the memory nor holds up the door. */
async function searchHere(eventId, part) {
  const db = await database();
  const found = [];
  for (let after = [eventId]; after && found.length < MOST; ) {
    const chunk = await db.getAll('tickets', IDBKeyRange.bound(after, [eventId, []], true), CHUNK);
    found.push(...chunk.filter((ticket) => plain(`${ticket.ticket_id} ${ticket.holder_name ?? ''}`).includes(part)));
    after = chunk.length === CHUNK && [eventId, chunk.at(-1).ticket_id];
  }
  return found.slice(0, MOST);
}
