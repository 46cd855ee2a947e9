// What rows of reports, and people on a waiting list, come to.

/** `{sold, held, refunded, revenue}`, the last one a list of `[currency, amount]`: amounts of two are never added. */
export function totals(rows) {
  const revenue = new Map();
  for (const { currency, revenue: amount } of rows) revenue.set(currency, (revenue.get(currency) ?? 0) + amount);
  const sum = (name) => rows.reduce((total, row) => total + row[name], 0);
  return { sold: sum('sold'), held: sum('held'), refunded: sum('refunded'), revenue: [...revenue] };
}

/** Of each ticket type that somebody waits for: `{id, people, places, offered}`, offered ones being held already. */
export function waitingFor(entries) {
  const idToCount = new Map();
  for (const { ticket_type_id: id, status, quantity } of entries) {
    const count = idToCount.get(id) ?? { id, people: 0, places: 0, offered: 0 };
    if (status === 'waiting') Object.assign(count, { people: count.people + 1, places: count.places + quantity });
    if (status === 'offered') count.offered += quantity;
    idToCount.set(id, count);
  }
  return [...idToCount.values()].filter(({ people, offered }) => people + offered > 0);
}

/** The same of money, a row for each currency, with `isTotal`. */
export function moneyTotals(rows) {
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  return currencies.map((currency) => {
    const own = rows.filter((row) => row.currency === currency);
    const sum = (name) => own.reduce((total, row) => total + row[name], 0);
    return {
      isTotal: true,
      currency,
      gross: sum('gross'),
      fees: sum('fees'),
      refunds: sum('refunds'),
      net: sum('net'),
      count: sum('count'),
    };
  });
}
