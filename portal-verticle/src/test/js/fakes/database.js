// The device's database, in memory.
const queue = new Map();
const setup = new Map();

const store = {
  put: async (name, scan) => { queue.set(scan.nonce, scan); },
  get: async (name, nonce) => queue.get(nonce),
  delete: async (name, nonce) => { queue.delete(nonce); },
  getAllFromIndex: async () => [...queue.values()].sort((a, b) => (a.scanned_at < b.scanned_at ? -1 : 1)),
};

export const database = async () => store;
export const recall = async (key) => setup.get(key) ?? null;
export const keep = async (key, values) => { setup.set(key, { ...setup.get(key), ...values, key }); };
export const forget = async (key) => { setup.delete(key); };
