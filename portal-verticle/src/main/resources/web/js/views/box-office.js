// The box office: sells now, and finds the booking that somebody wants to pay.
import { html } from 'lit';
import { all } from '../all.js';
import { once } from '../attempts.js';
import { findBooking } from '../booking-search.js';
import { OfEvent } from '../event-view.js';
import { money, number } from '../format.js';
import { forgive } from '../forms.js';
import { t, wrong } from '../i18n.js';
import { sales } from '../sales-api.js';
import { Selling } from '../selling.js';
import { fields, View } from '../view.js';

class BoxOffice extends Selling(OfEvent(View)) {
  static properties = { camera: { state: true } };

  async load() {
    return { types: await all(sales.types, { event_id: this.eventId }) };
  }

  updated() {
    super.updated();
    const form = this.querySelector('#sell');
    if (form) check(form, this.types);
  }

  content() {
    return html`
      <h1>${t('title.sell')}</h1>
      <p>${this.back()} · <a href=${this.to('/bookings')}>${t('title.bookings')}</a> · <a href=${this.to('/sales')}>${t('title.sales')}</a></p>
      ${this.types.length ? this.form() : html`<p class="empty">${t('types.none')}</p>`}
      ${this.search()}`;
  }

  form() {
    return html`<form class="card" id="sell" data-draft="sell" @input=${() => this.requestUpdate()}
        @submit=${(e) => this.act(e, () => this.hold(e.target))}>
      <h2>${t('sell.now')}</h2>
      ${this.drafts.note('sell')}
      <div class="two">${this.types.map((type) => this.quantity(type))}</div>
      <p role="status"><strong>${t('booking.total')}: ${this.sum()}</strong></p>
      <div class="two">
        <label>${t('sell.name')}<small>${t('sell.maybe')}</small><input name="name" maxlength="200" autocomplete="off"></label>
        <label>${t('email')}<small>${t('sell.maybe')}</small><input name="email" type="email" maxlength="254" autocomplete="off"></label>
        <label>${t('voucher.one')}<small>${t('sell.maybe')}</small><input name="voucher" maxlength="64" autocomplete="off"></label>
      </div>
      <div class="row"><button class="main">${t('sell.hold')}</button></div>
    </form>`;
  }

  quantity(type) {
    return html`<label>${type.title}<small>${money(type.price, type.currency)} · ${t('sell.left', { n: number(type.available) })}</small>
      <input name=${type.id} type="number" min="0" max=${type.max_per_booking} inputmode="numeric"></label>`;
  }

  /** Before a voucher; what is to be paid is the booking's. */
  sum() {
    const form = this.querySelector('#sell');
    const currencyToSum = new Map();
    for (const { type, quantity } of form ? wantedIn(form, this.types) : []) {
      currencyToSum.set(type.currency, (currencyToSum.get(type.currency) ?? 0) + type.price * quantity);
    }
    return [...currencyToSum].map(([currency, amount]) => money(amount, currency)).join(' + ') || '–';
  }

  /** Sent again because no answer came, it is the same booking. */
  async hold(form) {
    const { name, email, voucher } = fields(form);
    const items = wantedIn(form, this.types).map(({ type, quantity }) => ({ ticket_type_id: type.id, quantity }));
    const buyer = { ...(name && { name }), ...(email && { email }) };
    const body = { event_id: this.eventId, items, buyer, ...(voucher && { voucher }) };
    const { id } = await once(`sell ${this.eventId}`, body, (key) => sales.hold(body, key)).catch((error) => this.sayWhatIsLeft(error));
    this.leaveFor(this.to(`/bookings/${id}`));
  }

  sayWhatIsLeft(error) {
    const titleOf = (id) => this.types.find((type) => type.id === id)?.title ?? id;
    error.lines = (error.problem?.left ?? []).map(({ ticket_type_id: id, available }) =>
      t('sell.leftOf', { type: titleOf(id), n: number(available) }),
    );
    throw error;
  }

  search() {
    return html`<section class="card"><h2>${t('sell.find')}</h2><p class="hint">${t('sell.findHint')}</p>
      <form class="row" @submit=${(e) => this.act(e, () => this.find(fields(e.target).wanted))}>
        <label class="grow">${t('sell.wanted')}<input name="wanted" required maxlength="300" autocomplete="off"></label>
        <button>${t('search')}</button>
        <button type="button" @click=${(e) => this.act(e, () => this.toggleCamera())}>${t(this.camera ? 'door.cameraOff' : 'door.camera')}</button>
      </form>
      <div class="camera" id="seeing" ?hidden=${!this.camera}></div></section>`;
  }

  async find(text) {
    const { id, event_id: event } = await findBooking(text);
    this.leaveFor(`#/events/${encodeURIComponent(event)}/bookings/${id}`);
  }

  async toggleCamera() {
    if (this.camera) return this.closeCamera();
    const { openCamera } = await import('/js/scanner.js');
    const place = this.querySelector('#seeing');
    this.life.signal.addEventListener('abort', () => this.closeCamera());
    this.camera = await openCamera(place, (text) =>
      this.find(text).then(
        () => this.closeCamera(),
        (error) => this.fail(error),
      ),
    ).catch(() => {
      throw Object.assign(new Error(), { code: 'NO_CAMERA' });
    });
    return true;
  }

  closeCamera() {
    this.camera?.close();
    this.camera = null;
  }
}

/** What is wanted of each type: `{type, quantity}`, those of which nothing is left out. */
const wantedIn = (form, types) =>
  types.map((type) => ({ type, quantity: Number(form.elements[type.id]?.value) })).filter(({ quantity }) => quantity > 0);

/** The browser says at the field what is too few, before anything is sent. */
function check(form, types) {
  const wanted = wantedIn(form, types);
  for (const type of types) {
    const tooFew = wanted.some((one) => one.type === type && one.quantity < type.min_per_booking);
    form.elements[type.id].setCustomValidity(tooFew ? wrong({ type: 'minimum' }, { minimum: type.min_per_booking }) : '');
  }
  if (!wanted.length) form.elements[types[0].id].setCustomValidity(t('sell.nothing'));
  else
    types
      .map((type) => form.elements[type.id])
      .filter((field) => field.validity.valid)
      .forEach(forgive);
}

customElements.define('tixgo-box-office', BoxOffice);
