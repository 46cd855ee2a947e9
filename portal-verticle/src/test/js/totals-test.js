import { same } from './check.js';
import { totals, waitingFor } from './totals.js';

const row = (sold, held, revenue, currency = 'IDR') => ({ sold, held, refunded: 0, revenue, currency });

export function amountsOfTwoCurrenciesShouldNotBeAdded() {
  same({ sold: 6, held: 1, refunded: 0, revenue: [['IDR', 450000], ['SGD', 25]] },
    totals([row(1, 0, 150000), row(2, 1, 300000), row(3, 0, 25, 'SGD')]));
  same({ sold: 0, held: 0, refunded: 0, revenue: [] }, totals([]));
}

export function whoHasHadHisPlacesShouldNotWait() {
  const entry = (id, status, quantity) => ({ ticket_type_id: id, status, quantity });
  same([{ id: 'a', people: 2, places: 5, offered: 1 }],
    waitingFor([entry('a', 'waiting', 2), entry('a', 'waiting', 3), entry('a', 'offered', 1), entry('b', 'taken', 4), entry('b', 'lapsed', 1)]));
}
