// What somebody has chosen at an event, kept in this tab: neither a log-in nor a lost answer loses it.
import { onSession, session } from './session.js';

const KEY = 'tixgo.baskets';
const all = () => JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
const put = (baskets) => sessionStorage.setItem(KEY, JSON.stringify(baskets));

/** Who logs out leaves nothing behind. */
onSession(() => {
  if (session.ended === 'logout') sessionStorage.removeItem(KEY);
});

/** `{chosen: {[type id]: how many}, voucher}` */
export const basketOf = (eventId) => ({ chosen: {}, voucher: '', ...all()[eventId] });

export const keepBasket = (eventId, basket) => put({ ...all(), [eventId]: basket });

export function emptyBasket(eventId) {
  const { [eventId]: emptied, ...rest } = all();
  put(rest);
  return emptied;
}
