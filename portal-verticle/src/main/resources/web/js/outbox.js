// Scans that no service has answered yet. They are kept before anything is sent.
import { door } from './api.js';
import { database } from './database.js';

const AT_ONCE = 500;
const SENDING_MS = 30000;
const UNFIT = [400, 413, 422];

export async function put(scan) {
  await (await database()).put('queue', scan);
}

export async function find(nonce) {
  return (await database()).get('queue', nonce);
}

export async function remove(nonce) {
  await (await database()).delete('queue', nonce);
}

/** How many wait, how many the service did not take, and which staff has to decide: `{waits, unfit, undecided}`. */
export async function waiting() {
  const queue = await all();
  const unfit = queue.filter((scan) => scan.refused).length;
  const open = queue.filter((scan) => scan.undecided);
  return { waits: queue.length - unfit, unfit, undecided: open };
}

/** Those that the service did not take are sent again with the next upload. */
export async function retryUnfit() {
  for (const { refused, ...scan } of await all()) if (refused) await put(scan);
}

export async function forgetUnfit() {
  for (const scan of await all()) if (scan.refused) await remove(scan.nonce);
}

/**
 * Sends what waits, oldest first, in batches; `onResult(scan, result)` for each that was answered.
 * Fails with what the service said of a whole batch; what was not taken over stays.
 */
export function upload(onResult) {
  const run = () => sendAll(onResult);
  return navigator.locks ? navigator.locks.request('tixgo.outbox', run) : run();
}

async function sendAll(onResult) {
  for (let scans = await ready(); scans.length; scans = await ready()) await send(scans, onResult);
}

/** A batch that can't be read is sent in halves, so that one scan does not keep the others back. */
async function send(scans, onResult) {
  try {
    const sent_at = new Date().toISOString();
    const { results } = await door.batch({ device_id: scans[0].device_id, sent_at, scans: scans.map(late) });
    await settle(scans, results, onResult);
  } catch (error) {
    if (!UNFIT.includes(error.status)) throw error;
    const [{ nonce }] = scans;
    if (scans.length === 1) return settle(scans, [{ nonce, status: 'refused', code: error.code }], onResult);
    await send(scans.slice(0, scans.length >> 1), onResult);
    await send(scans.slice(scans.length >> 1), onResult);
  }
}

/** What the service has a record of is done; what it has none of is set aside. */
async function settle(scans, results, onResult) {
  for (const [i, scan] of scans.entries()) {
    const result = results[i] ?? { status: 'refused', code: 'UNKNOWN' };
    await (result.record ? remove(scan.nonce) : put({ ...scan, refused: result.code }));
    await onResult(scan, result);
  }
}

/** One device's, without those that are on their way just now. */
async function ready() {
  const isFree = (scan) => scan.waits || Math.abs(Date.now() - Date.parse(scan.scanned_at)) > SENDING_MS;
  const mine = (await all()).filter((scan) => !scan.refused && !scan.undecided && isFree(scan));
  return mine.filter((scan) => scan.device_id === mine[0].device_id).slice(0, AT_ONCE);
}

const all = async () => (await database()).getAllFromIndex('queue', 'by_time');

/** Of a ticket that was on no list the service wants to see the signature, too. */
const late = ({ nonce, event_id, ticket_id, signed, scanned_at, gate, direction, code, unlisted }) => ({
  nonce,
  event_id,
  ticket_id: (unlisted && signed) || ticket_id,
  scanned_at,
  gate,
  direction,
  code,
  unlisted,
});
