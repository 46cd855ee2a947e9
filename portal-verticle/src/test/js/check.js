// What a browser has and a test of these scripts needs, and how a test says what it expects.
globalThis.setInterval = () => 0;
globalThis.clearInterval = () => {};
globalThis.addEventListener = () => {};
globalThis.navigator = { onLine: true };
globalThis.IDBKeyRange = { bound: ([event]) => ({ event }) };
globalThis.AbortController = class {
  signal = { aborted: false, addEventListener() {} };

  abort() {
    this.signal.aborted = true;
  }
};

export function same(expected, actual, what = '') {
  const [one, other] = [JSON.stringify(expected), JSON.stringify(actual)];
  if (one !== other) throw new Error(`${what} expected: ${one} but was: ${other}`);
}
