// Makes a ticket type of an event or changes one.
import { html } from 'lit';
import { OfEvent } from '../event-view.js';
import { zone, zoneHint } from '../format.js';
import { t } from '../i18n.js';
import { explained } from '../reasons.js';
import { sales } from '../sales-api.js';
import { Selling } from '../selling.js';
import { changes, formOf, requestOf } from '../ticket-type.js';
import { tell } from '../toast.js';
import { fields, View } from '../view.js';

class TicketTypeForm extends Selling(OfEvent(View)) {
  async load() {
    const [event, type] = await Promise.all([this.findEvent(), this.typeId ? sales.type(this.typeId) : {}]);
    const timeZone = event?.time_zone ?? zone();
    return { event, timeZone, before: formOf(type, timeZone) };
  }

  content() {
    const { before } = this;
    const dropDraft = (e) => this.drafts.done(e.target.closest('form'));
    return html`
      <h1>${t(`title.${this.place}`)}</h1>
      <p>${this.back()} · <a href=${this.to('/sales')}>${t('title.sales')}</a></p>
      <form class="card" data-draft="type" @submit=${(e) => this.act(e, () => this.save(fields(e.target)))}>
        ${this.drafts.note('type')}
        <div class="two">
          <label>${t('type.title')}<input name="title" maxlength="100" .value=${before.title}></label>
          <label>${t('type.name')}<small>${t('type.nameHint')}</small>
            <input name="name" required maxlength="30" pattern="[A-Za-z0-9_]+" autocapitalize="characters" autocomplete="off" .value=${before.name}></label>
        </div>
        <label>${t('event.description')}<textarea name="description" maxlength="2000" .value=${before.description}></textarea></label>
        <div class="two">
          ${this.number('price', before.price, { max: 1000000000000, step: 'any' })}
          <label>${t('type.currency')}<input name="currency" required maxlength="3" pattern="[A-Za-z]{3}" autocomplete="off" .value=${before.currency}></label>
          ${this.number('quota', before.quota, { max: 10000000 })}
        </div>
        <div class="two">${this.time('sales_start', 'type.start')}${this.time('sales_end', 'type.end')}</div>
        <div class="two">
          ${this.number('min_per_booking', before.min_per_booking, { min: 1, max: 1000 })}
          ${this.number('max_per_booking', before.max_per_booking, { min: 1, max: 1000 })}
        </div>
        <label>${t('gates')}<small>${t('devices.comma')}</small><input name="gates" .value=${before.gates}></label>
        ${['hidden', 'voucher_only', 'show_availability'].map(
          (name) => html`<label class="check">
          <input type="checkbox" name=${name} .checked=${Boolean(before[name])}>${t(`type.${name}`)}</label>`,
        )}
        <div class="row"><button class="main">${t('save')}</button>
          <a class="button" href=${this.to('/sales')} @click=${dropDraft}>${t('cancel')}</a></div>
      </form>`;
  }

  /**
   * @param {string} name
   * @param {any} value
   * @param {{ min?: number, max?: number, step?: number | 'any' }} limits
   */
  number(name, value, { min = 0, max, step = 1 }) {
    return html`<label>${t(`type.${name}`)}
      <input name=${name} type="number" required min=${min} max=${max} step=${step} .value=${value}></label>`;
  }

  time(name, key) {
    return html`<label>${t(key)}<small>${zoneHint(this.timeZone)}; ${t(`${key}Hint`)}</small>
      <input name=${name} type="datetime-local" .value=${this.before[name]}></label>`;
  }

  /** Only what was changed is sent: what somebody else has changed meanwhile stays. */
  async save(form) {
    const request = requestOf(form, this.timeZone);
    const event_id = this.eventId;
    await (this.typeId ? this.patch(request) : sales.addType({ event_id, ...request })).catch(explained(this.timeZone));
    tell(t('saved'));
    this.leaveFor(this.to('/sales'));
  }

  async patch(request) {
    const changed = changes(requestOf(this.before, this.timeZone), request);
    if (Object.keys(changed).length) await sales.patchType(this.typeId, changed);
  }
}

customElements.define('tixgo-ticket-type-form', TicketTypeForm);
