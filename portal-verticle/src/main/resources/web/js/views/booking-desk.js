// One booking, as who sells sees it: what it is, how it is paid, its tickets, and its end.
import { html, nothing } from 'lit';
import { repeat } from 'lit-html/repeat';
import { save } from '../downloads.js';
import { OfEvent } from '../event-view.js';
import { moment, money, number } from '../format.js';
import { language, t } from '../i18n.js';
import '../qr-picture.js';
import { sales } from '../sales-api.js';
import { Selling } from '../selling.js';
import { tell } from '../toast.js';
import { fields, View } from '../view.js';
import { buyerOf, stateTag } from './bookings.js';

const METHODS = ['cash', 'card_terminal', 'complimentary', 'manual'];
const PAYABLE = ['PENDING', 'EXPIRED'];

class BookingDesk extends Selling(OfEvent(View)) {
  static properties = { booking: { state: true } };

  async load() {
    return { booking: await sales.booking(this.bookingId) };
  }

  content() {
    const { booking } = this;
    return html`
      <div class="row apart"><h1>${t('title.booking')}: ${buyerOf(booking)}</h1>${stateTag(booking)}</div>
      <p>${this.back()} · <a href=${this.to('/bookings')}>${t('title.bookings')}</a> · <a href=${this.to('/sell')}>${t('title.sell')}</a></p>
      ${this.about()}
      ${PAYABLE.includes(booking.status) ? this.payment() : nothing}
      ${booking.tickets.length ? this.tickets() : nothing}
      ${['PENDING', 'PAID'].includes(booking.status) ? this.ends() : nothing}`;
  }

  about() {
    const { id, buyer, username, items, total_price: total, currency, created_at: at, voucher, reason, payments, offer } = this.booking;
    const line = (key, value) => (value ? html`<dt>${t(key)}</dt><dd>${value}</dd>` : nothing);
    return html`<section class="card">
      <h2>${t('booking.items')}</h2>
      <ul class="plain">${items.map(
        (item) => html`<li class="row apart">
        <span>${number(item.quantity)} × ${item.title}</span><span>${money(item.total, currency)}</span></li>`,
      )}</ul>
      <p class="row apart"><strong>${t('booking.total')}</strong><strong id="total">${money(total, currency)}</strong></p>
      <dl class="meta">
        ${line('email', buyer?.email)}
        ${line('booking.by', username)}
        ${line('booking.made', moment(at))}
        ${line('voucher.one', voucher)}
        ${line('booking.offer', offer && t('yes'))}
        ${payments.map((payment) => line('booking.paid', paid(payment)))}
        ${line('room.reason', reason)}
        <dt>${t('booking.id')}</dt><dd><code>${id}</code></dd>
      </dl></section>`;
  }

  /** A hold that is over takes its places again, if there are any. */
  payment() {
    const { status, expires_at: until, total_price: total, currency } = this.booking;
    const isOver = status === 'EXPIRED';
    return html`<form class="card" data-draft="payment" @submit=${(e) => this.act(e, () => this.confirm(fields(e.target)))}>
      <h2>${t('booking.pay')}</h2>
      <p class="note ${isOver ? 'warn' : ''}">${t(isOver ? 'booking.over' : 'booking.held', { time: moment(until) })}</p>
      <div class="two">
        <label>${t('booking.method')}<select name="method">${METHODS.map(
          (method) => html`
          <option value=${method} .selected=${method === (total ? 'cash' : 'complimentary')}>${t(`method.${method}`)}</option>`,
        )}</select></label>
        <label>${t('booking.reference')}<small>${t('booking.referenceHint')}</small><input name="reference" maxlength="200" autocomplete="off"></label>
      </div>
      <div class="row"><button class="main">${t('booking.confirm', { amount: money(total, currency) })}</button></div>
    </form>`;
  }

  async confirm({ method, reference = null }) {
    this.booking = await sales.confirm(this.bookingId, { method, reference });
    tell(t('booking.isPaid'));
    await this.updateComplete;
    this.querySelector('#tickets').scrollIntoView();
  }

  /** Good ones with their codes, to be shown to a door or printed. */
  tickets() {
    const { tickets, status } = this.booking;
    return html`<section class="stack" id="tickets">
      <div class="row apart"><h2>${t('booking.tickets')}</h2>
        ${
          status === 'PAID'
            ? html`<div class="row">
          <button @click=${(e) => this.act(e, () => this.print())}>${t('booking.print')}</button>
          <button @click=${(e) => this.act(e, () => this.download())}>PDF</button></div>`
            : nothing
        }</div>
      <ul class="plain issued">${repeat(
        tickets,
        ({ ticket_id: id }) => id,
        (ticket) => this.ticket(ticket),
      )}</ul></section>`;
  }

  ticket({ ticket_id: id, title, holder_name: holder, status }) {
    const isGood = status === 'valid';
    return html`<li class="card">
      ${isGood ? html`<tixgo-qr .fetch=${() => sales.ticketQr(id)} alt=${t('mine.qr', { code: id })}></tixgo-qr>` : nothing}
      <h3>${this.name()}</h3>
      <p>${title}${holder ? html` · ${holder}` : nothing}</p>
      <p><code>${id}</code> <span class="tag ${isGood ? 'go' : 'stop'}">${t(`issued.${status}`)}</span></p></li>`;
  }

  /** What a printer gets is said by the style sheet; it can't wait for what comes into view. */
  async print() {
    await Promise.all([...this.querySelectorAll('tixgo-qr')].map((code) => code.ready()));
    window.print();
  }

  async download() {
    await save(await sales.pdf(this.bookingId, { lang: language() }), this.name(), buyerOf(this.booking), 'pdf');
  }

  ends() {
    const isPaid = this.booking.status === 'PAID';
    return html`<form class="card" data-draft="end" @submit=${(e) => this.act(e, () => this.end(fields(e.target), e.submitter.value))}>
      <h2>${t('booking.end')}</h2>
      <p class="hint">${t(isPaid ? 'booking.endPaidHint' : 'booking.endHint')}</p>
      <label>${t('room.reason')}<small>${t('sell.maybe')}</small><input name="reason" maxlength="500"></label>
      <div class="row">
        ${isPaid ? html`<button class="danger" value="refund">${t('booking.refund')}</button>` : nothing}
        <button class="danger quiet" value="cancel">${t(isPaid ? 'booking.cancelPaid' : 'booking.cancel')}</button></div>
    </form>`;
  }

  /** After a question that says what happens then; after another one for somebody who is in already. */
  async end({ reason = null }, how) {
    const { status, total_price: total, currency, tickets } = this.booking;
    const key = status === 'PAID' ? how : 'pending';
    const values = { amount: money(total, currency), n: number(tickets.length) };
    if (!(await this.ask(t(`booking.sure.${key}`, values), { yes: t(how === 'refund' ? 'booking.refund' : 'booking.cancel') })))
      return false;
    const request = { reason, refund: how === 'refund' };
    const ended = await sales.end(this.bookingId, request).catch((error) => this.forced(error, request));
    if (!ended) return false;
    this.booking = ended.booking;
    tell(t(`booking.isEnded.${this.booking.status}`, values));
    return true;
  }

  async forced(error, request) {
    if (error.code !== 'CHECKED_IN') throw error;
    if (!(await this.ask(t('booking.sureForce'), { yes: t('booking.force') }))) return null;
    return sales.end(this.bookingId, { ...request, force: true });
  }
}

const paid = ({ method, amount, currency, at, confirmed_by: by, reference }) =>
  [money(amount, currency), t(`method.${method}`), reference, by, moment(at)].filter(Boolean).join(', ');

customElements.define('tixgo-booking-desk', BookingDesk);
