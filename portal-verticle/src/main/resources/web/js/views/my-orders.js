// What one has paid for online, or is about to, the newest first.
import { html } from 'lit';
import { part } from '../bookings-api.js';
import { moment, money } from '../format.js';
import { t } from '../i18n.js';
import { orderTag, titleOf, withEvents } from '../orders.js';
import { Paged } from '../paged.js';
import { payments } from '../payments-api.js';
import { OfMoney, own } from '../selling.js';
import { table } from '../table.js';

class MyOrders extends OfMoney(Paged) {
  async page(values) {
    const found = await payments.orders(own(values));
    return { ...found, items: await withEvents(found.items) };
  }

  content() {
    return html`
      <div class="row apart"><h1>${t('title.myOrders')}</h1><a class="button" href="#/bookings">${t('myBookings')}</a></div>
      ${
        this.items.length
          ? table(t('title.myOrders'), columns(), this.items, ({ id }) => id)
          : html`<div class="empty"><p>${t('order.none')}</p><a class="button main" href="#/shop">${t('shop')}</a></div>`
      }
      ${this.more()}`;
  }
}

const columns = () => [
  { head: t('event'), cell: (order) => html`<a href="#/orders/${part(order.id)}">${titleOf(order)}</a>` },
  { head: t('order.number'), cell: ({ order_number: orderNumber }) => html`<code>${orderNumber}</code>` },
  { head: t('order.made'), cell: ({ created_at: at }) => moment(at) },
  { head: t('shop.total'), cell: ({ total_amount: total, currency }) => money(total, currency) },
  { head: t('status'), cell: orderTag },
];

customElements.define('tixgo-my-orders', MyOrders);
