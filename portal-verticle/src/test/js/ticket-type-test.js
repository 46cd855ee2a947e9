import { same } from './check.js';
import { changes, formOf, requestOf } from './ticket-type.js';

const ZONE = 'Asia/Jakarta';
const vip = {
  id: 't1', event_id: 'e1', name: 'VIP', title: 'Front row', description: null, price: 12.5, currency: 'SGD', quota: 20, sold: 3, held: 1, available: 16,
  sales_start: '2026-11-01T03:00:00.000000Z', sales_end: null, min_per_booking: 1, max_per_booking: 4, gates: ['A', 'B'],
  hidden: false, voucher_only: true, show_availability: false,
};

/** A form leaves out what is empty or not ticked. */
const typed = (form) => Object.fromEntries(Object.entries(form).filter(([, value]) => value !== '').map(([name, value]) => [name, String(value)]));

export function whatNobodyHasTouchedShouldNotBeSent() {
  const form = formOf(vip, ZONE);
  same({}, changes(requestOf(form, ZONE), requestOf(typed(form), ZONE)));
}

export function whatWasChangedShouldBeSentAlone() {
  const form = formOf(vip, ZONE);
  const changed = { ...typed(form), quota: '30', sales_end: '2026-12-31T18:00', gates: ' A ,, C' };
  same({ quota: 30, sales_end: '2026-12-31T11:00:00.000Z', gates: ['A', 'C'] }, changes(requestOf(form, ZONE), requestOf(changed, ZONE)));
}

export function whatIsTakenAwayShouldBeNull() {
  const form = formOf(vip, ZONE);
  const { sales_start: start, voucher_only: ticked, ...rest } = typed(form);
  same({ sales_start: null, voucher_only: false }, changes(requestOf(form, ZONE), requestOf(rest, ZONE)));
}

export function aNewTypeShouldHaveItsCodeForATitle() {
  const request = requestOf({ ...typed(formOf({}, ZONE)), name: ' regular ', price: '150000', quota: '100' }, ZONE);
  same(['REGULAR', 'REGULAR', 150000, 'IDR', 100, true], [request.name, request.title, request.price, request.currency, request.quota, request.show_availability]);
}
