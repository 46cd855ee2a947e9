// What a view is narrowed to stands in its address, so that it is there again after a way back, a reload, a pasted link.
const values = () => new URLSearchParams(location.hash.split('?')[1] ?? '');

export const param = (name) => values().get(name) ?? '';

/** The same entry of the history, with another value; empty ones are left out. */
export function setParam(name, value) {
  const changed = values();
  if (value) changed.set(name, value);
  else changed.delete(name);
  const query = String(changed);
  history.replaceState(history.state, '', location.hash.split('?')[0] + (query && `?${query}`));
}

/** How many pages of a list were shown at this entry of the history. */
export const pagesShown = () => history.state?.pages ?? 1;

export const showPages = (pages) => history.replaceState({ ...history.state, pages }, '');
