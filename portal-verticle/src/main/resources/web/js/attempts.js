// Requests that must be done once: the same one has the same key until it is known what became of it, also after a
// reload, so that neither a double click nor a lost answer does it twice.
import { nonce } from './database.js';

const KEY = 'tixgo.attempts';
const all = () => JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
const put = (attempts) => sessionStorage.setItem(KEY, JSON.stringify(attempts));

/** Sends by `request(key)`; `place` is what the body is for, where one thing is done at a time. */
export async function once(place, body, request) {
  try {
    const answer = await request(keyOf(place, JSON.stringify(body)));
    settle(place);
    return answer;
  } catch (error) {
    if (!error.isUnsure) settle(place);
    throw error;
  }
}

function keyOf(place, text) {
  const known = all()[place];
  if (known?.text === text) return known.key;
  const key = nonce();
  put({ ...all(), [place]: { text, key } });
  return key;
}

function settle(place) {
  const { [place]: settled, ...rest } = all();
  put(rest);
  return settled;
}
