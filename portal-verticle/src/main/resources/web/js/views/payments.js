// All transactions, the newest first, narrowed by their state and time.
import { html } from 'lit';
import { books } from '../books-api.js';
import { part } from '../bookings-api.js';
import { moment, money } from '../format.js';
import { t } from '../i18n.js';
import { dayStart } from '../local-time.js';
import { moneyWays, periodFields } from '../money-ways.js';
import { transactionTag } from '../orders.js';
import { Paged } from '../paged.js';
import { OfMoney } from '../selling.js';
import { table } from '../table.js';

const STATES = ['PENDING', 'PROCESSING', 'COMPLETED', 'FAILED', 'CANCELLED', 'REFUNDED'];

class Payments extends OfMoney(Paged) {
  static filters = ['status', 'from', 'to'];

  page({ from, to, ...values }) {
    return books.transactions({ ...values, from: dayStart(from), to: dayStart(to, undefined, 1) });
  }

  content() {
    const { status } = this.filter;
    const option = (value, words) => html`<option value=${value} .selected=${value === status}>${words}</option>`;
    return html`
      <h1>${t('title.payments')}</h1>
      ${moneyWays('payments')}
      <form role="search" @submit=${(e) => e.preventDefault()}><div class="two">
        <label>${t('status')}<select @change=${(e) => this.narrow('status', e.target.value)}>
          ${option('', t('scans.all'))}${STATES.map((state) => option(state, t(`transaction.${state}`)))}</select></label>
        ${periodFields(this.filter, (name, value) => this.narrow(name, value))}
      </div></form>
      ${
        this.items.length
          ? table(t('title.payments'), columns(), this.items, ({ id }) => id)
          : html`<p class="empty">${t(this.isNarrowed ? 'payments.noneFound' : 'payments.none')}</p>`
      }
      ${this.more()}`;
  }
}

const columns = () => [
  {
    head: t('order.number'),
    cell: ({ id, order_number: orderNumber }) => html`<a href="#/payments/${part(id)}"><code>${orderNumber}</code></a>`,
  },
  { head: t('status'), cell: transactionTag },
  { head: t('booking.total'), cell: ({ amount, currency }) => money(amount, currency) },
  {
    head: t('booking.method'),
    cell: ({ payment_method: method, payment_gateway: gateway }) => (method ? `${t(`method.${method}`)} (${gateway})` : '–'),
  },
  { head: t('order.refunds'), cell: ({ refunded_amount: back, currency }) => (back ? money(back, currency) : '–') },
  { head: t('order.made'), cell: ({ created_at: at }) => moment(at) },
];

customElements.define('tixgo-payments', Payments);
