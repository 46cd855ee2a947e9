// Which services this place has, of those that it may do without: only to these the pages show the way.
import { json } from './api.js';
import { is, session } from './session.js';

let there = [];
let askedFor = null;

export const has = (name) => there.includes(name);

/** Asked once for whoever is there; completes with whether anything is known now that wasn't. */
export async function lookAround() {
  const name = session.user?.username ?? null;
  if (name === askedFor) return false;
  askedFor = name;
  if (!is('user', 'committee', 'admin')) return false;
  there = await json('GET', '/api/services').then(
    ({ services }) => services,
    () => there,
  );
  return true;
}
