import { refusal, unsure } from './api.js';
import { same } from './check.js';
import { once } from './attempts.js';

const kept = new Map();
globalThis.sessionStorage = {
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => kept.set(key, value),
};

/** The keys of requests that end like this, one after another. */
async function keysOf(...requests) {
  const keys = [];
  for (const [body, end] of requests) {
    const request = async (key) => { keys.push(key); if (end) throw end; };
    await once('hold e1', body, request).catch((error) => error);
  }
  return keys;
}

export async function aLostAnswerShouldBeAskedForWithTheSameKey() {
  const [first, second, third] = await keysOf([{ n: 1 }, unsure()], [{ n: 1 }, unsure()], [{ n: 1 }]);
  same([first, first], [second, third]);
}

export async function whatIsKnownToBeDoneOrRefusedShouldBeOver() {
  const [first, second, third] = await keysOf([{ n: 1 }], [{ n: 1 }, refusal(409, 'SOLD_OUT')], [{ n: 1 }]);
  same(3, new Set([first, second, third]).size);
}

export async function anotherChoiceShouldHaveAnotherKey() {
  const [first, second] = await keysOf([{ n: 1 }, unsure()], [{ n: 2 }]);
  same(false, first === second);
}

export async function twoAtOnceShouldHaveOneKey() {
  const keys = [];
  const request = async (key) => { keys.push(key); };
  await Promise.all([once('hold e2', { n: 1 }, request), once('hold e2', { n: 1 }, request)]);
  same(keys[0], keys[1]);
}
