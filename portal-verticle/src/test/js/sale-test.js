import { same } from './check.js';
import { itemsOf, quantities, saleOf, totalsOf, updated } from './sale.js';

const type = (more) => ({ id: 'a', sales: 'open', availability: 'available', available: 50, min_per_booking: 1, max_per_booking: 4,
  price: 150000, currency: 'IDR', ...more });

export function theBestTypeShouldSayWhetherAnythingIsLeft() {
  const soldOut = type({ sales: 'sold_out', availability: 'sold_out' });
  same({ state: 'available' }, saleOf([soldOut, type()]));
  same({ state: 'few' }, saleOf([soldOut, type({ availability: 'few' })]));
  same({ state: 'sold_out' }, saleOf([soldOut, type({ sales: 'ended' })]));
  same({ state: 'ended' }, saleOf([type({ sales: 'ended' })]));
}

export function salesToComeShouldBeginWithTheFirstType() {
  const soon = (start) => type({ sales: 'not_yet', sales_start: start });
  same({ state: 'not_yet', from: '2026-12-01' }, saleOf([soon('2026-12-02'), soon('2026-12-01'), type({ sales: 'sold_out' })]));
}

export function oneShouldTakeNoneOrFromTheLeastToTheMost() {
  same([0, 1, 2, 3, 4], quantities(type()));
  same([0, 2, 3, 4], quantities(type({ min_per_booking: 2 })));
  same([0, 1, 2], quantities(type({ available: 2 })));
  same([0, 1, 2, 3, 4], quantities(type({ available: null })));
  same([0], quantities(type({ min_per_booking: 3, available: 2 })));
}

export function whatIsChosenShouldStayToBeSeenWhenLessIsLeft() {
  same([0, 1, 3], quantities(type({ available: 1 }), 3));
}

export function onlyWhatIsOnSaleShouldBeBooked() {
  const types = [type(), type({ id: 'b', sales: 'sold_out' }), type({ id: 'c' })];
  const items = itemsOf({ a: 2, b: 1, c: 0, gone: 4 }, types);
  same([{ ticket_type_id: 'a', quantity: 2 }], items);
  same([['IDR', 300000]], totalsOf(items, types));
}

export function amountsOfTwoCurrenciesShouldNotBeAdded() {
  const types = [type(), type({ id: 'b', price: 12.5, currency: 'USD' })];
  same([['IDR', 150000], ['USD', 25]], totalsOf(itemsOf({ a: 1, b: 2 }, types), types));
}

export function whatIsLeftShouldBeTakenOverUnlessTheTypesAreOthers() {
  const left = [{ id: 'a', available: 0, availability: 'sold_out', sales: 'sold_out' }];
  same(['sold_out', 150000], [updated([type()], left)[0].sales, updated([type()], left)[0].price]);
  same(null, updated([type(), type({ id: 'b' })], left));
  same(null, updated([type({ id: 'b' })], left));
}
