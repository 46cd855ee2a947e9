// One event, for anybody: what it is, what tickets cost and how many are left, live; and the places that one takes.
import { html, nothing } from 'lit';
import { once } from '../attempts.js';
import { basketOf, emptyBasket, keepBasket } from '../basket.js';
import { follow } from '../feed.js';
import { day, money } from '../format.js';
import { t } from '../i18n.js';
import { Queueing } from '../queueing.js';
import { itemsOf, totalsOf, updated } from '../sale.js';
import { loginHere, Selling } from '../selling.js';
import { is, session } from '../session.js';
import { mine, shop } from '../shop-api.js';
import { typeOnSale } from '../type-on-sale.js';
import { View } from '../view.js';

const AGAIN_MS = 10000;

class OnSale extends Queueing(Selling(View)) {
  static properties = {
    ...super.properties,
    event: { state: true },
    state: { state: true },
    waiting: { state: true },
  };

  constructor() {
    super();
    this.state = 'stale';
    this.waiting = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.basket = basketOf(this.eventId);
    const again = setInterval(() => this.askAgain(), AGAIN_MS);
    this.life.signal.addEventListener('abort', () => clearInterval(again));
  }

  async reload() {
    await super.reload();
    if (!this.loaded) return;
    this.listening ??= this.listen();
    await this.lookAtQueue();
  }

  async load() {
    const [event, waiting] = await Promise.all([shop.event(this.eventId), this.ownPlacesInLine()]);
    return { event, waiting };
  }

  /** The page doesn't fail for them. */
  async ownPlacesInLine() {
    if (!session.user) return [];
    return mine.waiting({ event_id: this.eventId, limit: 1000 }).then(
      ({ items }) => items.filter((entry) => entry.user_id === session.user?.id),
      () => [],
    );
  }

  listen() {
    return follow(shop.streamUrl(this.eventId), {
      signal: this.life.signal,
      onState: (state) => {
        this.state = state;
      },
      onChange: (_kind, { ticket_types: left }) => this.take(left),
    });
  }

  /** What is left while nobody tells it, and what goes on sale by the clock, of which nobody tells. */
  async askAgain() {
    const byClock = this.event?.ticket_types.some((type) => type.sales === 'not_yet');
    if (!this.loaded || (this.state === 'live' && !byClock)) return;
    await shop.left(this.eventId).then(
      ({ ticket_types: left }) => this.take(left),
      () => {},
    );
  }

  /** Other types than before are read whole. */
  take(left) {
    if (!this.loaded) return;
    const types = updated(this.event.ticket_types, left);
    if (types) this.event = { ...this.event, ticket_types: types };
    else this.reload();
    if (types && this.waiting.length)
      this.ownPlacesInLine().then((waiting) => {
        this.waiting = waiting;
      });
  }

  render() {
    return !this.loaded && this.failure?.status === 404 ? missing() : super.render();
  }

  titles() {
    return this.event ? [this.event.title, ...super.titles()] : super.titles();
  }

  content() {
    const { title, image_url: image, description } = this.event;
    return html`
      <div class="row apart"><h1>${title}</h1>
        <span role="status" class="tag ${this.state === 'live' ? 'go' : 'warn'}" id="feed-state">${t(`feed.${this.state}`)}</span></div>
      <section class="card">
        ${description ? html`<p class="lines">${description}</p>` : nothing}
        ${this.facts()}
        ${/^https?:/.test(image) ? html`<p><a href=${image} rel="noopener noreferrer" target="_blank">${t('shop.picture')}</a></p>` : nothing}
      </section>
      ${this.standing()}
      ${this.choice()}`;
  }

  facts() {
    const { start_time: start, end_time: end, time_zone: zone, venue, location: place } = this.event;
    return html`<dl class="meta">
      <dt>${t('event.start')}</dt><dd>${day(start, zone)}</dd>
      ${end ? html`<dt>${t('event.end')}</dt><dd>${day(end, zone)}</dd>` : nothing}
      ${venue ? html`<dt>${t('shop.venue')}</dt><dd>${[venue.name, venue.room_name, venue.address].filter(Boolean).join(', ')}</dd>` : nothing}
      ${place ? html`<dt>${t('event.location')}</dt><dd>${place}</dd>` : nothing}
    </dl>`;
  }

  choice() {
    const { ticket_types: types } = this.event;
    if (!types.length) return html`<p class="empty">${t('shop.noTypes')}</p>`;
    const isOpen = types.some((type) => type.sales === 'open');
    return html`<form @submit=${(e) => this.act(e, () => this.hold())}>
      <ul class="plain stack" id="types">${types.map((type) => typeOnSale(type, this))}</ul>
      ${isOpen && this.mayBuy ? this.order() : nothing}
    </form>`;
  }

  order() {
    const total = totalsOf(itemsOf(this.basket.chosen, this.event.ticket_types), this.event.ticket_types);
    const voucher = (e) => this.keep({ voucher: e.target.value.trim() });
    return html`
      <label>${t('shop.voucher')}<small>${t('shop.voucherHint')}</small>
        <input name="voucher" maxlength="64" autocomplete="off" autocapitalize="characters" .value=${this.basket.voucher} @input=${voucher}></label>
      <p class="row apart total" aria-live="polite"><span>${t('shop.total')}</span>
        <strong id="total">${total.map(([currency, amount]) => money(amount, currency)).join(' + ') || '–'}</strong></p>
      ${this.isQueueing ? nothing : html`<button class="main">${t(session.user ? 'shop.hold' : 'shop.holdLogin')}</button>`}
      <p class="hint">${t('shop.holdHint')}</p>`;
  }

  choose(typeId, quantity) {
    this.keep({ chosen: { ...this.basket.chosen, [typeId]: quantity } });
  }

  keep(values) {
    this.basket = { ...this.basket, ...values };
    keepBasket(this.eventId, this.basket);
    this.requestUpdate();
  }

  /** All that is chosen, or nothing. Without a log-in first to that, and back. */
  async hold() {
    const items = itemsOf(this.basket.chosen, this.event.ticket_types);
    if (!items.length) throw Object.assign(new Error(), { key: 'shop.nothingChosen' });
    if (!session.user) return this.leaveFor(loginHere());
    const { voucher } = this.basket;
    const body = { event_id: this.eventId, items, ...(voucher && { voucher }) };
    const booking = await once(`hold ${this.eventId}`, body, (key) => mine.hold(body, key)).catch((error) => this.refused(error));
    if (!booking) return false;
    emptyBasket(this.eventId);
    return this.leaveFor(`#/bookings/${encodeURIComponent(booking.id)}`);
  }

  /** Whoever was let in goes on with what he has chosen. */
  async goOn() {
    if (!itemsOf(this.basket.chosen, this.event.ticket_types).length) return;
    await this.hold().catch((error) => this.fail(error));
  }

  /** What is left may have changed; of what isn't there it is the voucher that was typed. */
  refused(error) {
    if (error.code === 'WAITING_ROOM') return this.lookAtQueue();
    if (error.status === 404 && this.basket.voucher) error.key = 'shop.noVoucher';
    if (!error.isUnsure) this.reload();
    throw error;
  }

  /** A scanner buys nothing. */
  get mayBuy() {
    return !is('scanner');
  }

  async wait(typeId, quantity) {
    if (!session.user) return this.leaveFor(loginHere());
    const body = { ticket_type_id: typeId, quantity };
    await once(`wait ${typeId}`, body, (key) => mine.wait(body, key));
    return this.reload();
  }

  async leaveLine(entry) {
    await mine.leave(entry.id);
    await this.reload();
  }
}

const missing = () => html`<div class="empty">
  <h1>${t('event.missing')}</h1><p>${t('shop.missing')}</p>
  <a class="button main" href="#/shop">${t('shop')}</a></div>`;

customElements.define('tixgo-on-sale', OnSale);
