// Reports of money: what came in and went back, refunds, transactions; as a table and as files.
import { html, nothing } from 'lit';
import { param, setParam } from '../address.js';
import { bookedEvents } from '../booked-events.js';
import { books } from '../books-api.js';
import { fileButtons, save } from '../downloads.js';
import { number, zone } from '../format.js';
import { t } from '../i18n.js';
import { dayStart, isZone, toInput } from '../local-time.js';
import { columnsOf, keyOf } from '../money-reports.js';
import { moneyWays, periodFields } from '../money-ways.js';
import { OfMoney } from '../selling.js';
import { table } from '../table.js';
import { moneyTotals } from '../totals.js';
import { View } from '../view.js';
import { zoneList } from '../zones.js';

const KINDS = ['revenue', 'refunds', 'transactions'];
const GROUPS = ['day', 'event', 'method', 'gateway', 'service_type'];
const MOST = 200;

const firstOfMonth = () => `${toInput(new Date()).slice(0, 7)}-01`;

class Reports extends OfMoney(View) {
  constructor() {
    super();
    this.kind = KINDS.find((kind) => kind === param('kind')) ?? KINDS[0];
    this.by = GROUPS.find((group) => group === param('by')) ?? GROUPS[0];
    this.timeZone = isZone(param('tz')) ? param('tz') : zone();
    this.from = param('from') || firstOfMonth();
    this.to = param('to');
  }

  async load() {
    const rows = await books.report(this.kind, this.wanted());
    const events = this.isBy('event') ? await bookedEvents(rows.slice(0, MOST).map(({ key }) => ({ event_id: key }))) : new Map();
    return { rows, events };
  }

  /** Days are those of the zone, the last one included. */
  wanted() {
    const { from, to, timeZone: tz } = this;
    const group_by = this.kind === 'revenue' ? this.by : null;
    return { from: dayStart(from, tz), to: dayStart(to, tz, 1), group_by, tz };
  }

  isBy(group) {
    return this.kind === 'revenue' && this.by === group;
  }

  content() {
    return html`
      <h1>${t('title.reports')}</h1>
      ${moneyWays('reports')}
      ${choices('report.kinds', KINDS, this.kind, (kind) => this.change('kind', kind))}
      <form @submit=${(e) => e.preventDefault()}><div class="two">
        ${periodFields(this, (name, value) => this.change(name, value))}
        <label>${t('zone')}<small>${t('zone.hint')}</small><input list="zones" maxlength="64" autocomplete="off" .value=${this.timeZone}
          @change=${(e) => this.changeZone(e.target)}></label></div>${zoneList()}</form>
      <div class="row apart">
        ${this.kind === 'revenue' ? choices('report.by', GROUPS, this.by, (by) => this.change('by', by)) : nothing}
        ${this.rows.length ? fileButtons(this, t('sales.export'), (format) => this.download(format)) : nothing}</div>
      ${this.rows.length ? this.table() : html`<p class="empty">${t('report.none')}</p>`}`;
  }

  /** With a last row for each currency where rows add up. */
  table() {
    const shown = this.rows.slice(0, MOST);
    const title = t(`report.kinds.${this.kind}`);
    const key = this.kind === 'revenue' ? { head: t(`report.by.${this.by}`), cell: (row) => keyOf(this.by, row, this.events) } : null;
    return html`${table(title, columnsOf(this.kind, key, this.timeZone), [...shown, ...(key ? moneyTotals(this.rows) : [])], JSON.stringify)}
      ${this.rows.length > MOST ? html`<p class="hint">${t('report.more', { n: number(MOST), of: number(this.rows.length) })}</p>` : nothing}`;
  }

  async download(format) {
    const response = await books.reportFile(this.kind, { ...this.wanted(), format });
    await save(response, 'TixGo', t(`report.kinds.${this.kind}`), format);
  }

  change(name, value) {
    this[name] = value;
    setParam(name, value);
    this.reload();
  }

  changeZone(field) {
    field.setCustomValidity(isZone(field.value) ? '' : t('wrong.time_zone'));
    if (!field.reportValidity()) return;
    this.timeZone = field.value;
    setParam('tz', field.value);
    this.reload();
  }
}

const choices = (name, values, chosen, choose) =>
  html`<div class="choices" role="group" aria-label=${t(name)}>${values.map(
    (value) => html`<button aria-pressed=${value === chosen} @click=${() => choose(value)}>${t(`${name}.${value}`)}</button>`,
  )}</div>`;

customElements.define('tixgo-reports', Reports);
