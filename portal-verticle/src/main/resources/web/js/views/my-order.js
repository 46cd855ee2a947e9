// One order of one's own: what it is for, how it is paid or still can be, and what goes back.
import { html, nothing } from 'lit';
import { day, money } from '../format.js';
import { Following } from '../following.js';
import { t } from '../i18n.js';
import { aboutOrder, aboutPayment, aboutRefunds, bookingOf, orderTag, titleOf, withEvents } from '../orders.js';
import { isOpen, isTopUp } from '../payment-states.js';
import { outcome } from '../pay-online.js';
import { payments } from '../payments-api.js';
import { isUnderWay } from '../refunds.js';
import { OfMoney } from '../selling.js';
import { View } from '../view.js';

class MyOrder extends Following(OfMoney(View)) {
  async load() {
    const [order] = await withEvents([await payments.order(this.orderId)]);
    return { order, transaction: order.transaction_id ? await payments.transaction(order.transaction_id) : null };
  }

  /** Until it is paid, its tickets are there, and all that goes back is back. */
  get isMoving() {
    const { payment, refunds = [] } = this.transaction ?? {};
    return this.order.status === 'PAID' || isOpen(payment) || refunds.some(isUnderWay);
  }

  render() {
    return !this.loaded && this.failure?.status === 404 ? missing() : super.render();
  }

  titles() {
    return this.order ? [titleOf(this.order), ...super.titles()] : super.titles();
  }

  content() {
    const { order, transaction } = this;
    const booking = bookingOf(order);
    return html`
      <div class="row apart"><h1>${titleOf(order)}</h1><span role="status" id="status">${orderTag(order)}</span></div>
      <p><a href="#/orders">${t('title.myOrders')}</a>${isTopUp(order) ? html` · <a href="#/wallet">${t('title.wallet')}</a>` : nothing}
        ${booking ? html` · <a href=${booking}>${t('order.toBooking')}</a>` : nothing}</p>
      ${['DRAFT', 'CONFIRMED'].includes(order.status) && booking ? toPay(order, booking) : nothing}
      ${isTopUp(order) && isOpen(transaction?.payment) ? outcome(transaction.payment, 'topUp') : nothing}
      ${transaction ? aboutRefunds(transaction.refunds) : nothing}
      ${transaction?.payment ? aboutPayment(transaction.payment) : nothing}
      ${aboutOrder(order)}`;
  }
}

/** Where it is paid there are all ways to pay. */
const toPay = ({ total_amount: total, currency, expires_at: until, event }, booking) => html`<section class="note warn stack">
  <p>${t('order.toPay', { amount: money(total, currency), time: day(until, event?.time_zone) })}</p>
  <p><a class="button main" href=${booking}>${t('pay.now')}</a></p></section>`;

const missing = () => html`<div class="empty">
  <h1>${t('order.missing')}</h1><p>${t('mine.missingWhy')}</p>
  <a class="button main" href="#/orders">${t('title.myOrders')}</a></div>`;

customElements.define('tixgo-my-order', MyOrder);
