// An event's bookings, searched and narrowed; each has a page of its own.
import { html } from 'lit';
import { OfEvent } from '../event-view.js';
import { moment, money, number } from '../format.js';
import { t } from '../i18n.js';
import { Paged } from '../paged.js';
import { sales } from '../sales-api.js';
import { Selling } from '../selling.js';
import { table } from '../table.js';

export const STATES = ['PENDING', 'PAID', 'CANCELLED', 'EXPIRED', 'REFUNDED'];
const KIND = { PENDING: 'warn', PAID: 'go', REFUNDED: 'stop', CANCELLED: 'stop' };

class Bookings extends Selling(OfEvent(Paged)) {
  static filters = ['q', 'status'];

  page(values) {
    return sales.bookings({ event_id: this.eventId, ...values });
  }

  content() {
    const { q, status } = this.filter;
    const option = (value, words) => html`<option value=${value} .selected=${value === status}>${words}</option>`;
    return html`
      <div class="row apart"><h1>${t('title.bookings')}</h1><a class="button main" href=${this.to('/sell')}>${t('title.sell')}</a></div>
      <p>${this.back()} · <a href=${this.to('/sales')}>${t('title.sales')}</a></p>
      <form role="search" @submit=${(e) => e.preventDefault()}><div class="two">
        <label>${t('bookings.search')}<input type="search" maxlength="128" .value=${q} @input=${(e) => this.narrow('q', e.target.value)}></label>
        <label>${t('status')}<select @change=${(e) => this.narrow('status', e.target.value)}>
          ${option('', t('scans.all'))}${STATES.map((state) => option(state, t(`booking.${state}`)))}</select></label>
      </div></form>
      ${
        this.items.length
          ? table(t('title.bookings'), this.columns(), this.items, (booking) => booking.id)
          : html`<p class="empty">${t(this.isNarrowed ? 'bookings.noneFound' : 'bookings.none')}</p>`
      }
      ${this.more()}`;
  }

  columns() {
    return [
      { head: t('booking.buyer'), cell: (booking) => html`<a href=${this.to(`/bookings/${booking.id}`)}>${buyerOf(booking)}</a>` },
      { head: t('status'), cell: stateTag },
      { head: t('booking.items'), cell: ({ items }) => items.map((item) => `${number(item.quantity)} × ${item.title}`).join(', ') },
      { head: t('booking.total'), cell: ({ total_price: total, currency }) => money(total, currency) },
      { head: t('booking.made'), cell: ({ created_at: at }) => moment(at) },
      { head: t('booking.id'), cell: ({ id }) => html`<code>${id}</code>` },
    ];
  }
}

/** For whom it was booked, else who has booked. */
export const buyerOf = ({ buyer, username }) => buyer?.name ?? buyer?.email ?? (buyer ? t('booking.walkIn') : username);

export const stateTag = ({ status }) => html`<span class="tag ${KIND[status] ?? ''}">${t(`booking.${status}`)}</span>`;

customElements.define('tixgo-bookings', Bookings);
