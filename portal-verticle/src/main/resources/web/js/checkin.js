// One scan from the camera to the answer, whatever the network does.
import { door } from './api.js';
import { nonce } from './database.js';
import { judgeHere, passageOf, passed } from './gatebook.js';
import { UNCHECKED } from './judge.js';
import { find, put, remove } from './outbox.js';
import { claims, session } from './session.js';
import { signedText, ticketCode } from './ticketcode.js';

const PATIENCE_MS = 2500;
const LONGEST_SHOWN = 128;

/**
 * Scans what was read or typed at the door `{eventId, gate, deviceId, direction}`; `cut` when no answer is to be hoped for, `open` the
 * scans that wait for a decision. Completes with `{ticket_id, direction, code, record, ticket, passage, rules, unlisted, offline}`,
 * `code` null when it was let through; what nobody could check is `UNCHECKED`, and waits under its `nonce`: `onLate(outcome)`
 * is called when the service says more after all. Fails when the service refuses the request itself.
 */
export async function scanTicket({ eventId, gate, deviceId, direction }, text, { cut, open, onLate }) {
  const ticketId = ticketCode(text);
  if (!ticketId) return { ticket_id: text.slice(0, LONGEST_SHOWN), direction, code: 'UNKNOWN_TICKET' };
  const isSame = (one) => one.event_id === eventId && one.ticket_id === ticketId && one.direction === direction;
  const signed = signedText(text);
  const scan = open.find(isSame) ?? {
    nonce: nonce(),
    event_id: eventId,
    ticket_id: ticketId,
    direction,
    device_id: deviceId,
    ...(gate && { gate }),
    ...(signed && { signed }),
    scanned_at: new Date().toISOString(),
    waits: false,
  };
  const before = await passageOf(scan);
  await put(scan);
  if (cut || !navigator.onLine || !session.token) return offline(scan, before);
  const asking = new AbortController();
  const answer = online(scan, asking.signal).catch((error) => unsure(error, scan));
  const first = await Promise.race([answer, patience()]);
  if (first) return taken(scan, first);
  const here = await offline(scan, before);
  if (here.code === UNCHECKED)
    answer.then(
      (late) => late && takenLate(scan, late, onLate),
      () => {},
    );
  else asking.abort();
  return here;
}

const patience = () =>
  new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
  });

/** No answer came, or none that counts. */
async function unsure(error, scan) {
  if (error.isUnsure || error.status === 401) return null;
  await remove(scan.nonce);
  throw error;
}

async function online(scan, signal) {
  const { nonce: key, scanned_at, waits, undecided: asked, signed, ...body } = scan;
  const outcome = await door.checkIn(body, key, signal).then(
    ({ record, ticket }) => ({ code: null, record, ticket }),
    (error) => {
      if (error.isUnsure || ![404, 409].includes(error.status)) throw error;
      return { code: error.code, record: error.problem.record, ticket: error.problem.ticket };
    },
  );
  return { ...outcome, ticket_id: scan.ticket_id, direction: scan.direction, offline: false };
}

/** The service has it: nothing waits, and what it told is known here from now on. */
async function taken(scan, outcome) {
  await remove(scan.nonce);
  const { code, record } = outcome;
  const known = await passageOf(scan);
  // A refusal comes with the first entry; what came after is known from the feed.
  if (record && !(code && known)) await passed({ ...record, at: record.checked_in_at, staff: record.checked_in_by });
  return code ? { ...(await judgeHere(scan)), ...outcome } : outcome;
}

/** Unless staff has decided meanwhile: then the service learns of that, and the door of what it says. */
async function takenLate(scan, outcome, onLate) {
  if ((await find(scan.nonce))?.undecided) onLate(await taken(scan, outcome));
}

/** Who was turned away is sent later with the reason: the service keeps it and lets nobody in for it. */
async function offline(scan, before) {
  const { code: found, ticket, passage, rules, unlisted } = await judgeHere(scan);
  const code = isOwn(scan, before, passage) ? null : found;
  await put(
    code === UNCHECKED
      ? { ...scan, undecided: true }
      : { ...scan, ...(code && { code }), ...(unlisted && { unlisted }), undecided: false, waits: true },
  );
  if (!code) await letThrough(scan);
  const record = passage && { checked_in_at: passage.at, gate: passage.gate, checked_in_by: passage.staff };
  return {
    ticket_id: scan.ticket_id,
    direction: scan.direction,
    nonce: scan.nonce,
    code,
    record,
    ticket,
    passage,
    rules,
    unlisted,
    offline: true,
  };
}

const letThrough = (scan) => passed({ ...scan, at: scan.scanned_at, staff: claims()?.sub ?? '' });

/** What staff did with a ticket that nobody could check: it is sent as that, and no doubt is left here. */
export async function decide(scanNonce, letIn) {
  const scan = await find(scanNonce);
  if (!scan?.undecided) return;
  await put({ ...scan, ...(!letIn && { code: UNCHECKED }), undecided: false, waits: true });
  if (letIn) await letThrough(scan);
}

/** The service took the scan over and its answer was lost, but the feed has told of it since. */
function isOwn(scan, before, passage) {
  const news = passage && passage.at !== before?.at;
  return news && passage.device_id === scan.device_id && passage.inside === (scan.direction === 'in');
}
