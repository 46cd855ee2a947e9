import { same } from './check.js';
import { amountOf, counts, daysOf, isEmpty, showUp, soldByType } from './event-figures.js';

const row = (hour, sold, revenue, currency = 'IDR', entered = 0) =>
  ({ hour, sold, refunded: 0, checked_in: entered, revenue, refunds: 0, currency });

export function anHourShouldBeThatOfItsPlace() {
  const minute = Date.parse('2026-11-26T19:00Z') / 60000;
  same([[minute, 3]], counts([row('2026-11-26T18:00+07:00', 0, 0), row('2026-11-26T19:00+07:00', 3, 0)], 'sold'));
  same([[minute, 5]], counts([row('2026-11-26T19:00Z', 0, 0, null, 5)], 'checked_in'));
}

export function daysShouldAddUpEachCurrencyByItself() {
  const day = (name, currency, sold, revenue) => ({ day: name, currency, sold, refunded: 0, revenue, refunds: 0 });
  same(
    [day('2026-11-26', 'IDR', 3, 450000), day('2026-11-26', 'SGD', 1, 25), day('2026-11-27', 'IDR', 1, 0)],
    daysOf([row('2026-11-26T09:00+07:00', 1, 150000), row('2026-11-26T23:00+07:00', 1, 25, 'SGD'),
      row('2026-11-26T23:00+07:00', 2, 300000), row('2026-11-27T00:00+07:00', 1, 0), row('2026-11-27T19:00+07:00', 0, 0, null, 9)]),
  );
}

export function whatWasNotSoldShouldHaveNoShowUp() {
  same(null, showUp({ sold: 0, no_shows: 0 }));
  same(75, showUp({ sold: 4, no_shows: 1 }));
  same({ VIP: 3 }, soldByType([{ ticket_type: 'VIP', sold: 1 }, { ticket_type: 'VIP', sold: 2 }, { ticket_type: 'TAMU', sold: 0 }]));
  same(0, amountOf({ totals: [{ currency: 'IDR', revenue: 7 }] }, 'SGD', 'revenue'));
  same(true, isEmpty({ by_type: [], by_hour: [] }));
}
