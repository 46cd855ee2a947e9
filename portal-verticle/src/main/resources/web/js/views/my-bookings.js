// What one has booked, the latest first.
import { html } from 'lit';
import { all } from '../all.js';
import { day, money, number } from '../format.js';
import { t } from '../i18n.js';
import { own, Selling } from '../selling.js';
import { mine } from '../shop-api.js';
import { table } from '../table.js';
import { bookedEvents } from '../booked-events.js';
import { View } from '../view.js';

const KIND = { PENDING: 'warn', PAID: 'go' };

class MyBookings extends Selling(View) {
  async load() {
    const bookings = (await all(mine.bookings, own())).reverse();
    return { bookings, events: await bookedEvents(bookings) };
  }

  content() {
    return html`
      <div class="row apart"><h1>${t('title.myBookings')}</h1><span class="row">
        <a class="button" href="#/tickets">${t('myTickets')}</a><a class="button" href="#/orders">${t('myOrders')}</a></span></div>
      ${
        this.bookings.length
          ? table(t('title.myBookings'), this.columns(), this.bookings, ({ id }) => id)
          : html`<div class="empty"><p>${t('mine.none')}</p><a class="button main" href="#/shop">${t('shop')}</a></div>`
      }`;
  }

  columns() {
    const event = ({ event_id: id }) => this.events.get(id);
    return [
      {
        head: t('event'),
        cell: (booking) => html`<a href="#/bookings/${encodeURIComponent(booking.id)}">${event(booking)?.title ?? booking.event_id}</a>`,
      },
      { head: t('event.start'), cell: (booking) => (event(booking) ? day(event(booking).start_time, event(booking).time_zone) : '–') },
      { head: t('mine.items'), cell: ({ items }) => items.map((item) => `${number(item.quantity)} × ${item.title}`).join(', ') },
      { head: t('shop.total'), cell: ({ total_price: total, currency }) => money(total, currency) },
      { head: t('status'), cell: statusTag },
    ];
  }
}

export const statusTag = ({ status }) => html`<span class="tag ${KIND[status] ?? ''}">${t(`mine.${status}`)}</span>`;

customElements.define('tixgo-my-bookings', MyBookings);
