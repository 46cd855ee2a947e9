// What a device keeps of a door, in IndexedDB: it outlives the tab and needs no network.
import { openDB } from 'idb';

let opened = null;

export function database() {
  opened ??= openDB('tixgo', 2, {
    upgrade(db, version, _to, transaction) {
      if (version < 1) {
        db.createObjectStore('setup', { keyPath: 'key' });
        db.createObjectStore('tickets', { keyPath: ['event_id', 'ticket_id'] });
        db.createObjectStore('passages', { keyPath: ['event_id', 'ticket_id'] });
        db.createObjectStore('queue', { keyPath: 'nonce' }).createIndex('by_time', 'scanned_at');
      }
      transaction.objectStore('tickets').createIndex('by_fold', ['event_id', 'fold']);
    },
  });
  return opened;
}

export async function recall(key) {
  return (await (await database()).get('setup', key)) ?? null;
}

/** Changes these values of what is kept under the key, and no other. */
export async function keep(key, values) {
  const change = (await database()).transaction('setup', 'readwrite');
  await change.store.put({ ...(await change.store.get(key)), ...values, key });
  await change.done;
}

export async function forget(key) {
  await (await database()).delete('setup', key);
}

/** A name that no other scan has; `crypto.randomUUID` is there in secure contexts alone. */
export function nonce() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
