// One scan from the camera to the answer, whatever the network does.
import { door } from './api.js';
import { nonce } from './database.js';
import { holder, judgeHere, passed } from './gatebook.js';
import { put, remove } from './outbox.js';
import { session } from './session.js';

const PATIENCE_MS = 2500;

/**
 * Scans a ticket. Completes with `{ticket_id, code, record, ticket, offline}`, `code` null when it
 * was let through; fails when the service refuses the request itself.
 */
export async function scanTicket({ eventId, gate, deviceId }, ticketId, direction) {
  const scan = {
    nonce: nonce(), event_id: eventId, ticket_id: ticketId, direction, device_id: deviceId,
    ...(gate && { gate }), scanned_at: new Date().toISOString(),
  };
  await put({ ...scan, waits: false });
  try {
    return await online(scan);
  } catch (error) {
    if (!error.isUnsure && error.status !== 401) {
      await remove(scan.nonce);
      throw error;
    }
    return offline(scan);
  }
}

async function online(scan) {
  if (!navigator.onLine || !session.token) throw Object.assign(new Error(), { isUnsure: true });
  const { nonce: key, scanned_at, ...body } = scan;
  const outcome = await door.checkIn(body, key, PATIENCE_MS).then(
    ({ record, ticket }) => ({ code: null, record, ticket }),
    (error) => {
      if (![404, 409].includes(error.status)) throw error;
      return { code: error.code, record: error.problem.record, ticket: error.problem.ticket };
    });
  await remove(scan.nonce);
  if (outcome.record) await passed({ ...outcome.record, at: outcome.record.checked_in_at, staff: outcome.record.checked_in_by });
  return { ...outcome, ticket_id: scan.ticket_id, offline: false };
}

/** A ticket that this door knows has entered is not sent: it is no second entry. */
async function offline(scan) {
  const { code, ticket, passage } = await judgeHere(scan);
  const record = passage && { checked_in_at: passage.at, gate: passage.gate, checked_in_by: passage.staff };
  if (code === 'ALREADY_CHECKED_IN' || code === 'NOT_INSIDE' || code === 'ALREADY_OUTSIDE') await remove(scan.nonce);
  else await put({ ...scan, waits: true });
  if (!code) await passed({ ...scan, at: scan.scanned_at, staff: session.user?.username ?? '' });
  return { ticket_id: scan.ticket_id, code, record, ticket: ticket ?? (await holder(scan.event_id, scan.ticket_id)), offline: true };
}
