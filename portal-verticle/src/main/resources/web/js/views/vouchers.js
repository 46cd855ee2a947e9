// An event's vouchers: made one by one or many at once, and taken away.
import { html, nothing } from 'lit';
import { all } from '../all.js';
import { OfEvent } from '../event-view.js';
import { money, number, percent, zone, zoneHint } from '../format.js';
import { t } from '../i18n.js';
import { fromInput } from '../local-time.js';
import { Paged } from '../paged.js';
import { sales } from '../sales-api.js';
import { Selling } from '../selling.js';
import { table } from '../table.js';
import { tell } from '../toast.js';
import { fields } from '../view.js';
import { span } from './sales.js';

const KINDS = ['percent', 'amount', 'fixed', 'unlock'];

class Vouchers extends Selling(OfEvent(Paged)) {
  static properties = { made: { state: true } };

  constructor() {
    super();
    this.made = [];
  }

  page({ limit, cursor }) {
    return sales.vouchers({ event_id: this.eventId, limit, cursor });
  }

  async load() {
    const timeZone = this.findEvent().then((event) => event?.time_zone ?? zone(), zone);
    const [found, types] = await Promise.all([super.load(), all(sales.types, { event_id: this.eventId })]);
    return { ...found, types, timeZone: await timeZone };
  }

  content() {
    return html`
      <h1>${t('title.vouchers')}</h1>
      <p>${this.back()} · <a href=${this.to('/sales')}>${t('title.sales')}</a></p>
      ${this.form()}
      ${
        this.made.length > 1
          ? html`<section class="note go"><h2>${t('vouchers.new')}</h2>
        <p class="lines">${this.made.join('\n')}</p></section>`
          : nothing
      }
      ${
        this.items.length
          ? table(t('title.vouchers'), this.columns(), this.items, ({ code }) => code)
          : html`<p class="empty">${t('vouchers.none')}</p>`
      }
      ${this.more()}`;
  }

  columns() {
    return [
      { head: t('voucher.code'), cell: ({ code }) => code },
      { head: t('voucher.kind'), cell: worth },
      { head: t('types'), cell: ({ ticket_type_ids: ids }) => ids.map((id) => this.title(id)).join(', ') || t('voucher.allTypes') },
      { head: t('voucher.used'), cell: ({ used, max_uses: most }) => t('voucher.usedOf', { n: number(used), of: number(most) }) },
      { head: t('voucher.valid'), cell: ({ valid_from: from, valid_until: until }) => span(from, until, this.timeZone) },
      { head: t('actions'), cell: (voucher) => this.actions(voucher), actions: true },
    ];
  }

  title(id) {
    return this.types.find((type) => type.id === id)?.title ?? id;
  }

  actions({ code }) {
    const name = html`<span class="hidden"> ${code}</span>`;
    return html`<span class="row"><a class="button" href=${this.to(`/vouchers/${encodeURIComponent(code)}`)}>${t('edit')}${name}</a>
      <button class="danger quiet" @click=${(e) => this.act(e, () => this.deleteVoucher(code))}>${t('delete')}${name}</button></span>`;
  }

  form() {
    const hint = zoneHint(this.timeZone);
    return html`<form class="card" data-draft="voucher" @submit=${(e) => this.act(e, () => this.add(e.target))}>
      <h2>${t('vouchers.add')}</h2>
      ${this.drafts.note('voucher')}
      <div class="two">
        <label>${t('voucher.code')}<small>${t('voucher.codeHint')}</small>
          <input name="code" maxlength="40" pattern="[A-Za-z0-9_\\-]{3,40}" autocomplete="off"></label>
        <label>${t('voucher.count')}<small>${t('voucher.countHint')}</small>
          <input name="count" type="number" min="1" max="1000"></label>
        <label>${t('voucher.prefix')}<input name="prefix" maxlength="20" pattern="[A-Za-z0-9_\\-]*" autocomplete="off"></label>
      </div>
      <div class="two">${this.worthFields()}
        <label>${t('voucher.uses')}<input name="max_uses" type="number" min="1" max="1000000" required value="1"></label>
      </div>
      <div class="two">
        <label>${t('voucher.from')}<small>${hint}</small><input name="valid_from" type="datetime-local"></label>
        <label>${t('voucher.until')}<small>${hint}</small><input name="valid_until" type="datetime-local"></label>
      </div>
      ${this.choice()}
      <div class="row"><button class="main">${t('vouchers.add')}</button></div>
    </form>`;
  }

  worthFields() {
    const kind = this.querySelector('[name=kind]')?.value ?? KINDS[0];
    const currency = this.types[0]?.currency ?? 'IDR';
    return html`
      <label>${t('voucher.kind')}<select name="kind" @change=${() => this.requestUpdate()}>
        ${KINDS.map((one) => html`<option value=${one}>${t(`voucher.${one}`)}</option>`)}</select></label>
      ${
        kind === 'unlock'
          ? nothing
          : html`<label>${t('voucher.value')}<small>${kind === 'percent' ? '%' : currency}</small>
        <input name="value" type="number" min="0" max=${kind === 'percent' ? 100 : 1000000000000} step="any" required></label>`
      }`;
  }

  choice() {
    return html`<fieldset><legend>${t('types')} <small>${t('devices.noneChosen')}</small></legend>
      <div class="list">${this.types.map(
        ({ id, title }) => html`<label class="check">
        <input type="checkbox" name="type ${id}" value=${id}><span>${title}</span></label>`,
      )}</div></fieldset>`;
  }

  async add(form) {
    const types = this.types.map(({ id }) => id).filter((id) => form.elements[`type ${id}`].checked);
    const made = await sales.addVouchers(this.request(fields(form), types));
    this.made = made.map(({ code }) => code);
    form.reset();
    tell(t('vouchers.added', { n: number(made.length) }));
    await this.reload();
  }

  /** One with the code that was typed, else as many as wanted with codes of the service's own. */
  request({ code, count, prefix, kind, value, max_uses: uses, valid_from: from, valid_until: until }, ticket_type_ids) {
    return {
      event_id: this.eventId,
      kind,
      ticket_type_ids,
      max_uses: Number(uses),
      ...(code && { code }),
      ...(count && { count: Number(count) }),
      ...(prefix && { prefix }),
      ...(value && { value: Number(value), currency: this.types[0]?.currency ?? 'IDR' }),
      valid_from: fromInput(from, this.timeZone),
      valid_until: fromInput(until, this.timeZone),
    };
  }

  async deleteVoucher(code) {
    if (!(await this.ask(t('voucher.sure', { code }), { yes: t('delete') }))) return;
    await sales.removeVoucher(code);
    this.made = [];
    tell(t('deleted', { name: code }));
    await this.reload();
  }
}

function worth({ kind, value, currency }) {
  const amount = kind === 'percent' ? percent(value) : currency && money(value, currency);
  return html`${t(`voucher.${kind}`)}${amount ? `: ${amount}` : ''}`;
}

customElements.define('tixgo-vouchers', Vouchers);
