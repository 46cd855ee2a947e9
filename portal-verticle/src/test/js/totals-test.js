import { same } from './check.js';
import { moneyTotals, totals, waitingFor } from './totals.js';

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

export function moneyOfTwoCurrenciesShouldNotBeAdded() {
  const of = (currency, gross, refunds) => ({ currency, gross, fees: 0, refunds, net: gross - refunds, count: 1 });
  same([{ isTotal: true, currency: 'IDR', gross: 450000, fees: 0, refunds: 50000, net: 400000, count: 2 },
    { isTotal: true, currency: 'SGD', gross: 25, fees: 0, refunds: 0, net: 25, count: 1 }],
  moneyTotals([of('IDR', 150000, 50000), of('SGD', 25, 0), of('IDR', 300000, 0)]));
}
