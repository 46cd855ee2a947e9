// Scans that no service has answered yet. They are kept before anything is sent.
import { door } from './api.js';
import { database } from './database.js';

const AT_ONCE = 500;
const SENDING_MS = 30000;

export async function put(scan) {
  await (await database()).put('queue', scan);
}

export async function remove(nonce) {
  await (await database()).delete('queue', nonce);
}

/** How many wait. */
export async function waiting() {
  return (await database()).count('queue');
}

/**
 * Sends what waits, oldest first, in batches; `onResult(scan, result)` for each that was taken over.
 * Fails with what the service said; what was not taken over stays.
 */
export function upload(onResult) {
  const run = () => sendAll(onResult);
  return navigator.locks ? navigator.locks.request('tixgo.outbox', run) : run();
}

async function sendAll(onResult) {
  for (let scans = await ready(); scans.length; scans = await ready()) {
    const { results } = await door.batch({ device_id: scans[0].device_id, scans: scans.map(late) });
    for (const result of results) {
      const scan = scans.find((s) => s.nonce === result.nonce);
      await remove(result.nonce);
      onResult(scan, result);
    }
  }
}

/** One device's, without those that are on their way just now. */
async function ready() {
  const queue = await (await database()).getAllFromIndex('queue', 'by_time');
  const mine = queue.filter((scan) => scan.waits || Date.now() - new Date(scan.scanned_at) > SENDING_MS);
  return mine.filter((scan) => scan.device_id === mine[0].device_id).slice(0, AT_ONCE);
}

const late = ({ nonce, event_id, ticket_id, scanned_at, gate, direction }) => ({ nonce, event_id, ticket_id, scanned_at, gate, direction });
