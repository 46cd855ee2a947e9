// What an event's ticket types come to for a buyer.

/** Of a whole event: `{state, from}`, a state of its best type; `from` is when the first one goes on sale. */
export function saleOf(types) {
  const having = (sales) => types.filter((type) => type.sales === sales);
  const open = having('open');
  const soon = having('not_yet');
  if (open.length) return { state: open.some((type) => type.availability === 'available') ? 'available' : 'few' };
  if (soon.length) return { state: 'not_yet', from: soon.map((type) => type.sales_start).sort()[0] };
  return { state: having('sold_out').length ? 'sold_out' : 'ended' };
}

/** How many of a type one may take: none, or from the least to the most that there are; what is chosen stays among them. */
export function quantities({ min_per_booking: min, max_per_booking: max, available }, chosen = 0) {
  const most = Math.min(max, available ?? max);
  const some = Array.from({ length: Math.max(0, most - min + 1) }, (_, i) => min + i);
  return [...new Set([0, ...some, chosen])].sort((a, b) => a - b);
}

/** Of what is chosen, `{[type id]: how many}`, that which is on sale, as a booking asks for it. */
export const itemsOf = (chosen, types) =>
  types.filter(({ id, sales }) => sales === 'open' && chosen[id] > 0).map(({ id }) => ({ ticket_type_id: id, quantity: chosen[id] }));

/** What that costs, `[currency, amount]` for each currency: amounts of two are never added. */
export function totalsOf(items, types) {
  const totals = new Map();
  for (const { ticket_type_id: wanted, quantity } of items) {
    const { price, currency } = types.find(({ id }) => id === wanted);
    totals.set(currency, (totals.get(currency) ?? 0) + price * quantity);
  }
  return [...totals];
}

/** The types with what is left of them now; null when they aren't the same types any more. */
export function updated(types, left) {
  const news = new Map(left.map((one) => [one.id, one]));
  const isSame = left.length === types.length && types.every(({ id }) => news.has(id));
  return isSame ? types.map((type) => ({ ...type, ...news.get(type.id) })) : null;
}
