// What is on sale, for anybody: events with their day, place, prices and whether there is anything left.
import { html, nothing } from 'lit';
import { day, dayNumber, money, month, weekday } from '../format.js';
import { t } from '../i18n.js';
import { Paged } from '../paged.js';
import { saleOf } from '../sale.js';
import { Selling } from '../selling.js';
import { shop } from '../shop-api.js';

const KIND = { available: 'go', few: 'warn', not_yet: 'warn', sold_out: 'stop' };

class Shop extends Selling(Paged) {
  static filters = ['q'];

  constructor() {
    super();
    this.from = new Date().toISOString(); // One for all pages.
  }

  /** Events to which tickets are sold, and which are not over. */
  async page(values) {
    const found = await shop.events({ ...values, from: this.from });
    return { ...found, items: found.items.filter(({ ticket_types: types }) => types.length) };
  }

  content() {
    const { q } = this.filter;
    return html`
      <h1>${t('title.shop')}</h1>
      <form role="search" @submit=${(e) => e.preventDefault()}>
        <label>${t('shop.search')}
          <input type="search" maxlength="200" .value=${q} @input=${(e) => this.narrow('q', e.target.value)}></label>
      </form>
      ${
        this.items.length || this.cursor
          ? html`<div class="grid">${this.items.map(card)}</div>`
          : html`<p class="empty">${q ? t('events.noneFound', { q }) : t('shop.none')}</p>`
      }
      ${this.more()}`;
  }
}

function card({ id, title, start_time: start, time_zone: zone, venue, location: place, ticket_types: types, ...event }) {
  return html`<a class="card event" href="#/shop/${encodeURIComponent(id)}">
    <span class="date" aria-hidden="true">
      <small>${weekday(start, zone)}</small><strong>${dayNumber(start, zone)}</strong><small>${month(start, zone)}</small></span>
    <span class="stack">
      <h2>${title}</h2>
      <span>${day(start, zone)}</span>
      ${venue || place ? html`<span class="hint">${venue?.name ?? place}</span>` : nothing}
      <span class="row"><strong>${priceOf(event)}</strong>${stateTag(saleOf(types), zone)}</span>
    </span></a>`;
}

/**
 * From the lowest to the highest.
 * @param {any} event
 */
export function priceOf({ price_from: from, price_to: to, currency }) {
  const cost = (price) => (price ? money(price, currency) : t('shop.free'));
  return from === to ? cost(from) : `${cost(from)} – ${cost(to)}`;
}

/** @param {{ state: string, from?: string }} sale */
export const stateTag = ({ state, from }, zone) =>
  html`<span class="tag ${KIND[state] ?? ''}">${t(`shop.${state}`, { time: from ? day(from, zone) : '' })}</span>`;

customElements.define('tixgo-shop', Shop);
