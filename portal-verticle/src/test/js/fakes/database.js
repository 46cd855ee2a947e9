// The device's database, in memory.
const KEYS = { queue: ['nonce'], setup: ['key'], tickets: ['event_id', 'ticket_id'], passages: ['event_id', 'ticket_id'] };
const nameToRows = new Map(Object.keys(KEYS).map((name) => [name, new Map()]));

const text = (key) => JSON.stringify([key].flat());
const keyOf = (name, row) => text(KEYS[name].map((part) => row[part]));

/** A store of the database; a range is all of one event. */
function storeOf(name) {
  const rows = nameToRows.get(name);
  return {
    get: async (key) => rows.get(text(key)),
    put: async (row) => { rows.set(keyOf(name, row), row); },
    delete: async (key) => { for (const one of [...rows.keys()]) if (one === text(key.event ?? key) || JSON.parse(one)[0] === key.event) rows.delete(one); },
    all: () => [...rows.values()],
  };
}

const db = {
  get: (name, key) => storeOf(name).get(key),
  getKey: async (name, key) => ((await storeOf(name).get(key)) ? key : undefined),
  put: (name, row) => storeOf(name).put(row),
  delete: (name, key) => storeOf(name).delete(key),
  clear: async (name) => nameToRows.get(name).clear(),
  count: async (name) => nameToRows.get(name).size,
  getAll: async (name) => storeOf(name).all(),
  getAllKeys: async (name) => [...nameToRows.get(name).keys()].map((key) => JSON.parse(key)),
  getAllFromIndex: async (name, index, key) => (index === 'by_time'
    ? storeOf(name).all().sort((a, b) => (a.scanned_at < b.scanned_at ? -1 : 1))
    : storeOf(name).all().filter((row) => row.event_id === key[0] && row.fold === key[1])),
  transaction: (name) => ({ store: storeOf(name), done: Promise.resolve() }),
};

export const database = async () => db;
export const recall = async (key) => (await storeOf('setup').get(key)) ?? null;
export const keep = async (key, values) => storeOf('setup').put({ ...(await recall(key)), ...values, key });
export const forget = (key) => storeOf('setup').delete(key);

let names = 0;

export function nonce() {
  names += 1;
  return `n${names}`;
}
