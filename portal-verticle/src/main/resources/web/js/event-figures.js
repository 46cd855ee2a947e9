// What the figures of an event's report come to.
const MINUTE_MS = 60000;

/** By the clocks of the place, counted as if these were UTC's: every day has 24 hours there. */
const minuteOf = ({ hour }) => Date.parse(`${hour.slice(0, 16)}Z`) / MINUTE_MS;

/** For a chart: `[minute, n]` of the hours that have any. */
export const counts = (hours, name) => hours.filter((row) => row[name]).map((row) => [minuteOf(row), row[name]]);

/** How many in a hundred of what was sold have come; null where nothing was. */
export const showUp = ({ sold, no_shows: absent }) => (sold ? (100 * (sold - absent)) / sold : null);

/** What was sold of each type, by its code. */
export function soldByType(types) {
  const found = {};
  for (const { ticket_type: code, sold } of types) if (sold) found[code] = (found[code] ?? 0) + sold;
  return found;
}

/** A row a day and currency, of the hours in which something was sold. */
export function daysOf(hours) {
  const days = new Map();
  for (const { hour, currency, sold, refunded, revenue, refunds } of hours.filter((row) => row.currency)) {
    const day = hour.slice(0, 10);
    const sum = days.get(day + currency) ?? { day, currency, sold: 0, refunded: 0, revenue: 0, refunds: 0 };
    const added = { sold: sum.sold + sold, refunded: sum.refunded + refunded };
    days.set(day + currency, { ...sum, ...added, revenue: sum.revenue + revenue, refunds: sum.refunds + refunds });
  }
  return [...days.values()];
}

/** `name` of the money of one currency, 0 where there was none. */
export const amountOf = ({ totals }, currency, name) => totals.find((total) => total.currency === currency)?.[name] ?? 0;

export const isEmpty = ({ by_type: types, by_hour: hours }) => !types.length && !hours.length;
