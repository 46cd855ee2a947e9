// One ticket type on an event's public page: what it costs, what is left of it, and how many one takes or waits for.
import { html, nothing } from 'lit';
import { day, money, number } from './format.js';
import { t } from './i18n.js';
import { quantities } from './sale.js';

const KIND = { available: 'go', few: 'warn', sold_out: 'stop' };

/** `page` has the `event`, the `basket`, one's places in the line (`waiting`), and what is done with them. */
export function typeOnSale(type, page) {
  const { id, title, description, price, currency } = type;
  return html`<li class="card type" data-type=${id}>
    <div class="row apart"><h2>${title}</h2><strong>${price ? money(price, currency) : t('shop.free')}</strong></div>
    ${description ? html`<p class="lines">${description}</p>` : nothing}
    <p class="row"><span class="tag ${KIND[kindOf(type)] ?? ''}">${state(type, page.event.time_zone)}</span>
      ${type.voucher_only ? html`<span class="tag">${t('shop.voucherOnly')}</span>` : nothing}</p>
    ${type.sales === 'open' && page.mayBuy ? picker(type, page) : nothing}
    ${type.sales === 'sold_out' && !type.voucher_only ? line(type, page) : nothing}
  </li>`;
}

const kindOf = ({ sales, availability }) => (sales === 'open' ? availability : sales);

function state({ sales, availability, available, sales_start: start }, zone) {
  if (sales === 'not_yet') return t('shop.not_yet', { time: day(start, zone) });
  if (sales !== 'open') return t(`shop.${sales}`);
  return available === null ? t(`shop.${availability}`) : t('shop.left', { n: number(available) });
}

function picker(type, page) {
  const chosen = page.basket.chosen[type.id] ?? 0;
  const choose = (e) => page.choose(type.id, Number(e.target.value));
  return html`<label>${t('shop.howMany')}<span class="hidden"> ${type.title}</span><small>${limits(type)}</small>
    <select @change=${choose}>${options(quantities(type, chosen), chosen)}</select></label>`;
}

const options = (numbers, chosen) => numbers.map((n) => html`<option value=${n} .selected=${n === chosen}>${number(n)}</option>`);

/** What one booking may have, said where it isn't one or more. */
function limits({ min_per_booking: min, max_per_booking: max }) {
  return min > 1 ? t('shop.limits', { min: number(min), max: number(max) }) : t('shop.most', { max: number(max) });
}

/** The line for what is sold out: to join it, or where one is in it. */
function line(type, page) {
  const own = page.waiting.find((entry) => entry.ticket_type_id === type.id && ['waiting', 'offered'].includes(entry.status));
  if (own?.status === 'offered')
    return html`<p class="note go">${t('shop.offered')}
    <a href="#/bookings/${encodeURIComponent(own.booking_id)}">${t('shop.toOffer')}</a></p>`;
  if (own)
    return html`<p class="note">${t('shop.waiting', { n: number(own.quantity) })}
    <button type="button" @click=${(e) => page.act(e, () => page.leaveLine(own))}>${t('shop.leaveLine')}<span class="hidden"> ${type.title}</span></button></p>`;
  return page.mayBuy ? joining(type, page) : nothing;
}

function joining(type, page) {
  const least = type.min_per_booking;
  const join = (e) => page.act(e, () => page.wait(type.id, Number(e.target.closest('li').querySelector('select').value)));
  return html`<p>${t('shop.lineHint')}</p>
    <div class="row"><label class="row"><span>${t('shop.howMany')}<span class="hidden"> ${type.title}</span></span>
      <select>${options(quantities({ ...type, available: null }).filter(Boolean), least)}</select></label>
    <button type="button" @click=${join}>${t('shop.joinLine')}<span class="hidden"> ${type.title}</span></button></div>`;
}
