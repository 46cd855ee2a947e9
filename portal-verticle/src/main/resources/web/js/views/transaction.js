// One transaction, as who keeps the books sees it: what it is for, its payment, and what is given back of it.
import { html, nothing } from 'lit';
import { once } from '../attempts.js';
import { books } from '../books-api.js';
import { Following } from '../following.js';
import { money, number } from '../format.js';
import { t } from '../i18n.js';
import { aboutOrder, aboutPayment, aboutRefunds, titleOf, transactionTag, withEvents } from '../orders.js';
import { isOpen, isTopUp } from '../payment-states.js';
import { payments } from '../payments-api.js';
import { payOutForm } from '../pay-out.js';
import { refundForm, ticketsIn } from '../refund-form.js';
import { isUnderWay, leftOf, wantedBack } from '../refunds.js';
import { sales } from '../sales-api.js';
import { OfMoney } from '../selling.js';
import { tell } from '../toast.js';
import { fields, View } from '../view.js';

class Transaction extends Following(OfMoney(View)) {
  async load() {
    const transaction = await payments.transaction(this.transactionId);
    const [order] = await withEvents([await payments.order(transaction.order_id)]);
    const isBooking = order.service_type === 'EVENT';
    return { transaction, order, booking: isBooking ? await sales.booking(order.service_id).catch(() => null) : null };
  }

  get isMoving() {
    const { payment, refunds } = this.transaction;
    return isOpen(payment) || refunds.some(isUnderWay);
  }

  titles() {
    return this.order ? [this.order.order_number, ...super.titles()] : super.titles();
  }

  content() {
    const { transaction, order } = this;
    const { payment, refunds } = transaction;
    return html`
      <div class="row apart"><h1>${titleOf(order)}</h1><span role="status" id="status">${transactionTag(transaction)}</span></div>
      <p><a href="#/payments">${t('title.payments')}</a>${this.toBooking()}</p>
      ${payment ? aboutPayment(payment, isOpen(payment) && payment.payment_gateway === 'manual' ? this.confirmForm() : nothing) : nothing}
      ${aboutRefunds(refunds, (refund) => [failure(refund), payOutForm(this, refund)])}
      ${this.refundForm()}
      ${aboutOrder(order)}`;
  }

  /** What is in a wallet isn't given back. */
  refundForm() {
    const { payment, refunds } = this.transaction;
    const inWallet = isTopUp(this.order) && this.order.status === 'COMPLETED';
    const left = inWallet ? 0 : leftOf(payment, refunds);
    return left > 0 ? refundForm(this, left) : nothing;
  }

  /** The booking as who sells sees it. */
  toBooking() {
    const { event_id: event, id } = this.booking ?? {};
    return id
      ? html` · <a href="#/events/${encodeURIComponent(event)}/bookings/${encodeURIComponent(id)}">${t('title.booking')}</a>`
      : nothing;
  }

  confirmForm() {
    return html`<form id="confirm" data-draft="confirm" @submit=${(e) => this.act(e, () => this.confirm(fields(e.target)))}>
      <p class="hint">${t(isTopUp(this.order) ? 'confirm.hintTopUp' : 'confirm.hint')}</p>
      <div class="two">
        <label>${t('booking.reference')}<small>${t('confirm.reference')}</small><input name="reference" required maxlength="128" autocomplete="off"></label>
        <label>${t('room.reason')}<input name="reason" required maxlength="200"></label>
      </div>
      <div class="row"><button class="main">${t('confirm.do')}</button></div></form>`;
  }

  /** Its tickets are issued at once, or the wallet has it. */
  async confirm(body) {
    const { id, amount, currency } = this.transaction.payment;
    const values = { amount: money(amount, currency), number: this.order.order_number };
    if (!(await this.ask(t(isTopUp(this.order) ? 'confirm.sureTopUp' : 'confirm.sure', values), { yes: t('confirm.do'), danger: false })))
      return false;
    await books.confirm(id, body);
    tell(t('confirm.done', values));
    await this.reload();
    return true;
  }

  /** After a question that says what happens; what is refused is shown as it is now. */
  async refund(form) {
    const { payment, refunds } = this.transaction;
    const wanted = wantedBack(fields(form), ticketsIn(form));
    const left = leftOf(payment, refunds);
    const kind = wanted.tickets ? 'tickets' : (wanted.amount ?? left) === left ? 'whole' : 'part';
    const values = { amount: money(wanted.amount ?? left, payment.currency), n: number(wanted.tickets?.length ?? 0) };
    if (!(await this.ask(t(`refund.sure.${kind}`, values), { yes: t('booking.refund') }))) return false;
    const made = await this.send(wanted).catch((error) => this.refused(error));
    if (!made) return false;
    form.reset();
    tell(t(`refund.is.${made.channel === 'payout' ? 'payout' : made.status === 'SUCCEEDED' ? 'back' : 'sent'}`, values));
    await this.reload();
    return true;
  }

  /** A repeated request is the same refund, also when it has to be forced. */
  send(wanted) {
    const { id } = this.transaction;
    return once(`refund ${id}`, wanted, (key) => this.giveBack(id, { ...wanted, refund_key: key }));
  }

  async giveBack(id, wanted) {
    try {
      return await books.refund(id, wanted);
    } catch (error) {
      if (error.code !== 'CHECKED_IN') throw error;
      const sure = await this.ask(t('refund.sureForce'), { yes: t('refund.force') });
      return sure ? books.refund(id, { ...wanted, force: true }) : null;
    }
  }

  async refused(error) {
    if (error.status === 409 || error.isUnsure) await this.reload();
    throw error;
  }
}

/** In the gateway's own words. */
const failure = ({ status, note }) => (status === 'FAILED' && note ? html`<p class="note stop" lang="en">${note}</p>` : nothing);

customElements.define('tixgo-transaction', Transaction);
