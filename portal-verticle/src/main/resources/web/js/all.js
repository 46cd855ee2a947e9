// A list of a service in whole, where the page needs all of it.
const PAGE = 1000;

/** `list(values)` gives a page of it, `{items, cursor}`. */
export async function all(list, values = {}) {
  const found = [];
  for (let cursor = null, first = true; cursor || first; first = false) {
    const page = await list({ ...values, limit: PAGE, cursor });
    found.push(...page.items);
    ({ cursor } = page);
  }
  return found;
}
