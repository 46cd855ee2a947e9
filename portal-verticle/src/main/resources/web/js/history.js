// How far down one was at each entry of the history, for the way back.
const tops = new Map();
let here = entry();

history.scrollRestoration = 'manual';

/** Remembers the entry that was left; answers how far down one was at the one that is entered, 0 at a new one. */
export function leave() {
  tops.set(here, scrollY);
  here = entry();
  return tops.get(here) ?? 0;
}

/** Each entry has a number of its own. */
function entry() {
  const number = history.state?.entry ?? Math.random();
  history.replaceState({ ...history.state, entry: number }, '');
  return number;
}
