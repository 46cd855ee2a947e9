// Changes what may change of a voucher: from when until when, and how often it is good.
import { html } from 'lit';
import { OfEvent } from '../event-view.js';
import { number, zone, zoneHint } from '../format.js';
import { t } from '../i18n.js';
import { fromInput, toInput } from '../local-time.js';
import { sales } from '../sales-api.js';
import { Selling } from '../selling.js';
import { changes } from '../ticket-type.js';
import { tell } from '../toast.js';
import { fields, View } from '../view.js';

class VoucherForm extends Selling(OfEvent(View)) {
  async load() {
    const timeZone = this.findEvent().then((event) => event?.time_zone ?? zone(), zone);
    const voucher = await sales.voucher(this.code);
    return { voucher, timeZone: await timeZone };
  }

  content() {
    const { used, max_uses: most, valid_from: from, valid_until: until } = this.voucher;
    const dropDraft = (e) => this.drafts.done(e.target.closest('form'));
    return html`
      <h1>${t('voucher.one')} ${this.code}</h1>
      <p>${this.back()} · <a href=${this.to('/vouchers')}>${t('title.vouchers')}</a></p>
      <form class="card" data-draft="voucher" @submit=${(e) => this.act(e, () => this.save(fields(e.target)))}>
        ${this.drafts.note('voucher')}
        <p class="hint">${t('voucher.keeps', { n: number(used) })}</p>
        <label>${t('voucher.uses')}<input name="max_uses" type="number" min="1" max="1000000" required .value=${most}></label>
        <div class="two">${this.time('valid_from', 'voucher.from', from)}${this.time('valid_until', 'voucher.until', until)}</div>
        <div class="row"><button class="main">${t('save')}</button>
          <a class="button" href=${this.to('/vouchers')} @click=${dropDraft}>${t('cancel')}</a></div>
      </form>`;
  }

  time(name, key, value) {
    return html`<label>${t(key)}<small>${zoneHint(this.timeZone)}; ${t('voucher.always')}</small>
      <input name=${name} type="datetime-local" .value=${toInput(value, this.timeZone)}></label>`;
  }

  /** Only what was changed is sent: what somebody else has changed meanwhile stays. */
  async save(form) {
    const { max_uses: most, valid_from: from, valid_until: until } = this.voucher;
    const shown = { max_uses: most, valid_from: toInput(from, this.timeZone), valid_until: toInput(until, this.timeZone) };
    const changed = changes(this.request(shown), this.request(form));
    if (Object.keys(changed).length) await sales.patchVoucher(this.code, changed);
    tell(t('saved'));
    this.leaveFor(this.to('/vouchers'));
  }

  request({ max_uses: most, valid_from: from, valid_until: until }) {
    return {
      max_uses: Number(most),
      valid_from: fromInput(from, this.timeZone),
      valid_until: fromInput(until, this.timeZone),
    };
  }
}

customElements.define('tixgo-voucher-form', VoucherForm);
