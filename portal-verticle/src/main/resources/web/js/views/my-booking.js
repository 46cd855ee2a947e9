// One booking of one's own: held until when, what is to pay and where; then its tickets, or what became of it.
import { html, nothing } from 'lit';
import { repeat } from 'lit-html/repeat';
import { once } from '../attempts.js';
import { events } from '../api.js';
import { asClock, secondsLeft } from '../countdown.js';
import { save } from '../downloads.js';
import { date, day, money, number } from '../format.js';
import { language, t } from '../i18n.js';
import { Paying } from '../paying.js';
import { pending } from '../pending.js';
import { Selling } from '../selling.js';
import { mine } from '../shop-api.js';
import { ticketCard } from '../ticket-card.js';
import { tell } from '../toast.js';
import { fields, View } from '../view.js';
import { statusTag } from './my-bookings.js';

const TICK_MS = 1000;
const ASK_EVERY_S = 2;

class MyBooking extends Paying(Selling(View)) {
  static properties = { booking: { state: true }, event: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.ticks = 0;
    const tick = setInterval(() => this.tick(), TICK_MS);
    this.life.signal.addEventListener('abort', () => clearInterval(tick));
  }

  async load() {
    const found = await mine.booking(this.bookingId);
    return { ...found, event: this.event ?? (await events.get(found.booking.event_id).catch(() => null)) };
  }

  /** What is held runs out by the service's clock; that it was paid for is asked for while somebody looks. */
  tick() {
    if (this.booking?.status !== 'PENDING') return;
    this.ticks += 1;
    if (!document.hidden && (this.ticks % ASK_EVERY_S === 0 || !this.secondsLeft)) this.askAgain();
    this.requestUpdate();
  }

  async askAgain() {
    await mine.booking(this.bookingId).then(
      (found) => Object.assign(this, found),
      () => {},
    );
  }

  get secondsLeft() {
    return secondsLeft(this.booking.expires_at, Date.now() + this.ahead);
  }

  render() {
    return !this.loaded && this.failure?.status === 404 ? missing() : super.render();
  }

  titles() {
    return this.event ? [this.event.title, ...super.titles()] : super.titles();
  }

  content() {
    const { status, tickets, payments } = this.booking;
    return html`
      <div class="row apart"><h1>${this.event?.title ?? this.booking.event_id}</h1>
        <span role="status" id="status">${statusTag(this.booking)}</span></div>
      <p><a href="#/bookings">${t('title.myBookings')}</a></p>
      ${status === 'PENDING' ? pending(this, asClock(this.secondsLeft)) : nothing}
      ${status === 'PENDING' || status === 'PAID' ? nothing : this.over()}
      ${status === 'PAID' ? this.files() : nothing}
      ${
        tickets.length
          ? html`<section class="grid" aria-label=${t('myTickets')}>${repeat(
              tickets,
              ({ ticket_id: code }) => code,
              (ticket) => ticketCard(ticket, this),
            )}</section>`
          : nothing
      }
      ${this.summary()}
      ${payments.length ? html`<section class="card"><h2>${t('mine.payments')}</h2><ul class="plain">${payments.map(payment)}</ul></section>` : nothing}`;
  }

  over() {
    const { status, reason, event_id: id, expires_at: until } = this.booking;
    return html`<section class="note warn">
      <p>${t(`mine.over.${status}`, { time: day(until, this.event?.time_zone) })}</p>
      ${reason ? html`<p>${t('mine.reason', { reason })}</p>` : nothing}
      <p><a class="button" href="#/shop/${encodeURIComponent(id)}">${t('mine.again')}</a></p></section>`;
  }

  summary() {
    const { id, items, total_price: total, currency, voucher } = this.booking;
    const { start_time: start, time_zone: zone, location: place } = this.event ?? {};
    return html`<section class="card"><h2>${t('mine.what')}</h2>
      <ul class="plain">${items.map(
        (item) => html`<li class="row apart"><span>${number(item.quantity)} × ${item.title}</span>
        <span>${money(item.total, currency)}</span></li>`,
      )}
        <li class="row apart"><strong>${t('shop.total')}</strong><strong>${money(total, currency)}</strong></li></ul>
      <dl class="meta">
        ${start ? html`<dt>${t('event.start')}</dt><dd>${day(start, zone)}</dd>` : nothing}
        ${place ? html`<dt>${t('event.location')}</dt><dd>${place}</dd>` : nothing}
        ${voucher ? html`<dt>${t('shop.voucher')}</dt><dd><code>${voucher}</code></dd>` : nothing}
        <dt>${t('mine.id')}</dt><dd><code>${id}</code></dd>
      </dl></section>`;
  }

  files() {
    const button = (key, action) => html`<button @click=${(e) => this.act(e, action)}>${t(key)}</button>`;
    return html`<div class="row" role="group" aria-label=${t('mine.files')}>
      ${button('mine.pdf', () => this.download('pdf', 'a4'))}
      ${button('mine.pdfPhone', () => this.download('pdf', 'phone'))}
      ${button('mine.calendar', () => this.download('ics'))}</div>`;
  }

  async download(format, layout) {
    const file = await (format === 'pdf' ? mine.pdf(this.bookingId, { lang: language(), layout }) : mine.calendar(this.bookingId));
    await save(file, this.event?.title ?? this.bookingId, t('myTickets'), format);
  }

  async confirm() {
    await mine.confirm(this.bookingId);
    await this.reload();
  }

  async cancel() {
    if (!(await this.ask(t('mine.sureCancel'), { yes: t('mine.cancel') }))) return;
    await mine.cancel(this.bookingId);
    await this.reload();
  }

  async rename(ticket, form) {
    await mine.rename(ticket.ticket_id, holder(form));
    await this.reload();
    tell(t('mine.renamed'));
  }

  async transfer(ticket, form) {
    const body = holder(form);
    if (!(await this.ask(t('mine.sureTransfer', { name: body.holder_name ?? body.holder_email }), { yes: t('mine.transfer') }))) return;
    await once(`transfer ${ticket.ticket_id}`, body, (key) => mine.transfer(ticket.ticket_id, body, key));
    await this.reload();
    tell(t('mine.transferred'));
  }
}

/** An empty field takes away what it held. */
const holder = (form) => ({ holder_name: null, holder_email: null, ...fields(form) });

const payment = ({ method, reference, amount, currency, at }) => html`<li class="row apart">
  <span>${t(`mine.method.${method}`)} ${reference ?? nothing} <small>${date(at)}</small></span><span>${money(amount, currency)}</span></li>`;

const missing = () => html`<div class="empty">
  <h1>${t('mine.missing')}</h1><p>${t('mine.missingWhy')}</p>
  <a class="button main" href="#/bookings">${t('title.myBookings')}</a></div>`;

customElements.define('tixgo-my-booking', MyBooking);
