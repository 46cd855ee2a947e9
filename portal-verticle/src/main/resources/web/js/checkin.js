// One scan from the camera to the answer, whatever the network does.
import { door } from './api.js';
import { nonce } from './database.js';
import { judgeHere, passageOf, passed } from './gatebook.js';
import { put, remove } from './outbox.js';
import { session } from './session.js';
import { ticketCode } from './ticketcode.js';

const PATIENCE_MS = 2500;
const LONGEST_SHOWN = 128;

/**
 * Scans what was read or typed at the door `{eventId, gate, deviceId}`; `cut` when no answer is to be hoped for.
 * Completes with `{ticket_id, code, record, ticket, offline}`, `code` null when it was let through;
 * fails when the service refuses the request itself.
 */
export async function scanTicket({ eventId, gate, deviceId }, text, direction, cut) {
  const ticketId = ticketCode(text);
  if (!ticketId) return { ticket_id: text.slice(0, LONGEST_SHOWN), code: 'UNKNOWN_TICKET' };
  const scan = {
    nonce: nonce(), event_id: eventId, ticket_id: ticketId, direction, device_id: deviceId,
    ...(gate && { gate }), scanned_at: new Date().toISOString(),
  };
  const before = await passageOf(scan);
  await put({ ...scan, waits: false });
  if (cut || !navigator.onLine || !session.token) return offline(scan, before);
  try {
    return await online(scan);
  } catch (error) {
    if (error.isUnsure || error.status === 401) return offline(scan, before);
    await remove(scan.nonce);
    throw error;
  }
}

async function online(scan) {
  const { nonce: key, scanned_at, ...body } = scan;
  const outcome = await door.checkIn(body, key, PATIENCE_MS).then(
    ({ record, ticket }) => ({ code: null, record, ticket }),
    (error) => {
      if (error.isUnsure || ![404, 409].includes(error.status)) throw error;
      return { code: error.code, record: error.problem.record, ticket: error.problem.ticket };
    });
  await remove(scan.nonce);
  if (outcome.record) await passed({ ...outcome.record, at: outcome.record.checked_in_at, staff: outcome.record.checked_in_by });
  return { ...outcome, ticket_id: scan.ticket_id, offline: false };
}

/** Who was turned away is sent later with the reason: the service keeps it and lets nobody in for it. */
async function offline(scan, before) {
  const { code: found, ticket, passage } = await judgeHere(scan);
  const code = isOwn(scan, before, passage) ? null : found;
  await put({ ...scan, ...(code && { code }), waits: true });
  if (!code) await passed({ ...scan, at: scan.scanned_at, staff: session.user?.username ?? '' });
  const record = passage && { checked_in_at: passage.at, gate: passage.gate, checked_in_by: passage.staff };
  return { ticket_id: scan.ticket_id, code, record, ticket, offline: true };
}

/** The service took the scan over and its answer was lost, but the feed has told of it since. */
function isOwn(scan, before, passage) {
  const news = passage && passage.at !== before?.at;
  return news && passage.device_id === scan.device_id && passage.inside === (scan.direction === 'in');
}
