// What a view is narrowed to stands in its address, so that it is there again after a way back, a reload, a pasted link.
const values = () => new URLSearchParams(location.hash.split('?')[1] ?? '');

export const param = (name) => values().get(name) ?? '';

/** All of those that a name has. */
export const params = (name) => values().getAll(name);

/** The same entry of the history, with another value, or several; empty ones are left out. */
export function setParam(name, ...wanted) {
  const changed = values();
  const [first, ...others] = wanted.filter(Boolean);
  if (first) changed.set(name, first);
  else changed.delete(name);
  others.forEach((value) => changed.append(name, value));
  const query = String(changed);
  history.replaceState(history.state, '', location.hash.split('?')[0] + (query && `?${query}`));
}

/** How many pages of a list were shown at this entry of the history. */
export const pagesShown = () => history.state?.pages ?? 1;

export const showPages = (pages) => history.replaceState({ ...history.state, pages }, '');
