// What a cancelled event's orders get back, one by one, and what came to nothing sent again.
import { html, nothing } from 'lit';
import { books } from '../books-api.js';
import { part } from '../bookings-api.js';
import { OfEvent } from '../event-view.js';
import { Following } from '../following.js';
import { money } from '../format.js';
import { t } from '../i18n.js';
import { Paged } from '../paged.js';
import { OfMoney } from '../selling.js';
import { table } from '../table.js';
import { tell } from '../toast.js';
import { fields } from '../view.js';

const RESULTS = ['nothing', 'waiting', 'sent', 'unknown', 'payout', 'failed', 'refunded'];
const MOVING = ['waiting', 'sent', 'unknown'];
const KIND = { failed: 'stop', refunded: 'go', nothing: '' };

class EventRefunds extends Following(OfMoney(OfEvent(Paged))) {
  static filters = ['result'];

  page(values) {
    return books.eventRefunds(this.eventId, values);
  }

  get isMoving() {
    return this.items.some(({ result }) => MOVING.includes(result));
  }

  render() {
    return !this.loaded && this.failure?.status === 404 ? this.notCancelled() : super.render();
  }

  notCancelled() {
    return html`<div class="empty"><h1>${t('title.eventRefunds')}</h1><p>${t('eventRefunds.notCancelled')}</p><p>${this.back()}</p></div>`;
  }

  content() {
    const { result: chosen } = this.filter;
    const option = (value, words) => html`<option value=${value} .selected=${value === chosen}>${words}</option>`;
    return html`
      <h1>${t('title.eventRefunds')}</h1>
      <p>${this.back()} · <a href="#/payments">${t('title.payments')}</a></p>
      <form role="search" @submit=${(e) => e.preventDefault()}>
        <label>${t('status')}<select @change=${(e) => this.narrow('result', e.target.value)}>
          ${option('', t('scans.all'))}${RESULTS.map((result) => option(result, t(`eventRefunds.${result}`)))}</select></label></form>
      ${this.items.length || this.isNarrowed ? this.again() : nothing}
      ${
        this.items.length
          ? table(t('title.eventRefunds'), columns(), this.items, ({ order_id: id }) => id)
          : html`<p class="empty">${t(this.isNarrowed ? 'payments.noneFound' : 'payments.none')}</p>`
      }
      ${this.more()}`;
  }

  again() {
    return html`<form class="card" id="again" @submit=${(e) => this.act(e, () => this.sendAgain(fields(e.target)))}>
      <p class="hint">${t('eventRefunds.hint')}</p>
      <label class="check"><input type="checkbox" name="payouts">${t('eventRefunds.payouts')}</label>
      <div class="row"><button class="main">${t('eventRefunds.again')}</button></div></form>`;
  }

  async sendAgain({ payouts }) {
    const question = payouts ? 'eventRefunds.surePayouts' : 'eventRefunds.sure';
    if (!(await this.ask(t(question), { yes: t('eventRefunds.again'), danger: Boolean(payouts) }))) return;
    await books.refundEvent(this.eventId, { payouts: Boolean(payouts) });
    tell(t('eventRefunds.sentAgain'));
    await this.reload();
  }
}

const columns = () => [
  {
    head: t('order.number'),
    cell: ({ order_id: id, order_number: orderNumber }) => html`<a href="#/payments/${part(id)}"><code>${orderNumber}</code></a>`,
  },
  { head: t('status'), cell: ({ result }) => html`<span class="tag ${KIND[result] ?? 'warn'}">${t(`eventRefunds.${result}`)}</span>` },
  { head: t('report.amount'), cell: ({ amount, currency }) => money(amount, currency) },
  { head: t('room.reason'), cell: ({ reason }) => (reason ? html`<span lang="en">${reason}</span>` : '–') },
];

customElements.define('tixgo-event-refunds', EventRefunds);
