// A ticket type as a form holds it, and as the service takes it.
import { listed } from './listed.js';
import { fromInput, toInput } from './local-time.js';

const TICKED = 'on';
const ticked = (is) => (is ? TICKED : '');

/** What is new is sold in rupiah, ten at most to one buyer, and says how many are left. */
export const formOf = (type, timeZone) => ({
  name: type.name ?? '',
  title: type.title ?? '',
  description: type.description ?? '',
  price: type.price ?? '',
  currency: type.currency ?? 'IDR',
  quota: type.quota ?? '',
  sales_start: toInput(type.sales_start, timeZone),
  sales_end: toInput(type.sales_end, timeZone),
  min_per_booking: type.min_per_booking ?? 1,
  max_per_booking: type.max_per_booking ?? 10,
  gates: (type.gates ?? []).join(', '),
  hidden: ticked(type.hidden),
  voucher_only: ticked(type.voucher_only),
  show_availability: ticked(type.show_availability ?? true),
});

/** What was left empty is none; a title, the name. Times are by the clocks of the zone. */
export function requestOf(form, timeZone) {
  const name = form.name.trim().toUpperCase();
  return {
    name,
    title: form.title?.trim() || name,
    description: form.description || null,
    price: Number(form.price),
    currency: form.currency.toUpperCase(),
    quota: Number(form.quota),
    sales_start: fromInput(form.sales_start, timeZone),
    sales_end: fromInput(form.sales_end, timeZone),
    min_per_booking: Number(form.min_per_booking),
    max_per_booking: Number(form.max_per_booking),
    gates: listed(form.gates),
    hidden: form.hidden === TICKED,
    voucher_only: form.voucher_only === TICKED,
    show_availability: form.show_availability === TICKED,
  };
}

/** The members of the second that aren't the same in the first. */
export const changes = (before, after) =>
  Object.fromEntries(Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));
