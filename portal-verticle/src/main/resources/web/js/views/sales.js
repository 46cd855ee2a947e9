// What an event sells: its ticket types, who waits for them, and what was sold.
import { html, nothing } from 'lit';
import { param, setParam } from '../address.js';
import { all } from '../all.js';
import { fileButtons, save } from '../downloads.js';
import { OfEvent } from '../event-view.js';
import { date, money, number, zone } from '../format.js';
import { t } from '../i18n.js';
import { box } from '../numbers.js';
import { explained } from '../reasons.js';
import { sales } from '../sales-api.js';
import { Selling } from '../selling.js';
import { table } from '../table.js';
import { tell } from '../toast.js';
import { totals, waitingFor } from '../totals.js';
import { View } from '../view.js';

const GROUPS = ['type', 'day', 'voucher'];

class Sales extends Selling(OfEvent(View)) {
  constructor() {
    super();
    this.by = GROUPS.find((group) => group === param('by')) ?? 'type';
  }

  /** Days are those of the place. */
  async load() {
    const timeZone = await this.findEvent().then((event) => event?.time_zone ?? zone(), zone);
    const event_id = this.eventId;
    const [types, rows, waiting] = await Promise.all([
      all(sales.types, { event_id }),
      sales.report({ event_id, group_by: this.by, tz: timeZone }),
      all(sales.waiting, { event_id }),
    ]);
    return { timeZone, types, rows, waiting: waitingFor(waiting) };
  }

  content() {
    return html`
      <h1>${t('title.sales')}</h1>
      <p>${this.back()}</p>
      ${this.numbers()}
      <nav class="row" aria-label=${t('sales.ways')}>
        <a class="button main" href=${this.to('/sell')}>${t('title.sell')}</a>
        <a class="button" href=${this.to('/bookings')}>${t('title.bookings')}</a>
        <a class="button" href=${this.to('/vouchers')}>${t('title.vouchers')}</a>
      </nav>
      <div class="row apart"><h2>${t('types')}</h2><a class="button" href=${this.to('/types/new')}>${t('newType')}</a></div>
      ${this.types.length ? table(t('types'), this.typeColumns(), this.types, (type) => type.id) : html`<p class="empty">${t('types.none')}</p>`}
      ${this.waitingList()}
      ${this.report()}`;
  }

  numbers() {
    const { sold, held, revenue } = totals(this.rows);
    return html`<section class="numbers" aria-label=${t('stats')}>
      ${box(t('sales.sold'), number(sold))}${box(t('sales.held'), number(held))}
      ${revenue.map(([currency, amount]) => box(t('sales.revenue'), money(amount, currency), 'money'))}</section>`;
  }

  typeColumns() {
    return [
      { head: t('type'), cell: (type) => html`${type.title} <small>${type.name}</small> ${tags(type)}` },
      { head: t('type.price'), cell: (type) => money(type.price, type.currency) },
      { head: t('type.quota'), cell: (type) => number(type.quota) },
      { head: t('sales.sold'), cell: (type) => number(type.sold) },
      { head: t('sales.held'), cell: (type) => number(type.held) },
      { head: t('sales.free'), cell: (type) => number(type.available) },
      { head: t('type.window'), cell: (type) => span(type.sales_start, type.sales_end, this.timeZone) },
      { head: t('actions'), cell: (type) => this.typeActions(type), actions: true },
    ];
  }

  typeActions(type) {
    const name = html`<span class="hidden"> ${type.title}</span>`;
    return html`<span class="row"><a class="button" href=${this.to(`/types/${encodeURIComponent(type.id)}`)}>${t('edit')}${name}</a>
      <button class="danger quiet" @click=${(e) => this.act(e, () => this.deleteType(type))}>${t('delete')}${name}</button></span>`;
  }

  async deleteType({ id, title }) {
    if (!(await this.ask(t('type.sure', { name: title }), { yes: t('delete') }))) return;
    await sales.removeType(id).catch(explained(this.timeZone));
    tell(t('deleted', { name: title }));
    await this.reload();
  }

  waitingList() {
    if (!this.waiting.length) return nothing;
    const columns = [
      { head: t('type'), cell: ({ id }) => this.types.find((type) => type.id === id)?.title ?? id },
      { head: t('waiting.people'), cell: ({ people }) => number(people) },
      { head: t('waiting.places'), cell: ({ places }) => number(places) },
      { head: t('waiting.offered'), cell: ({ offered }) => number(offered) },
    ];
    return html`<h2>${t('waiting')}</h2>${table(t('waiting'), columns, this.waiting, ({ id }) => id)}`;
  }

  report() {
    const files = fileButtons(this, t('sales.export'), (format) => this.download(format));
    return html`<h2>${t('sales.report')}</h2>
      <div class="row apart"><div class="choices" role="group" aria-label=${t('sales.by')}>${GROUPS.map(
        (group) => html`
        <button aria-pressed=${group === this.by} @click=${() => this.group(group)}>${t(`sales.by.${group}`)}</button>`,
      )}</div>
        ${this.rows.length ? files : nothing}</div>
      ${this.rows.length ? this.reportTable() : html`<p class="empty">${t('sales.none')}</p>`}`;
  }

  reportTable() {
    const columns = [
      { head: t(`sales.by.${this.by}`), cell: (row) => row.name ?? row.day ?? (row.voucher || t('sales.noVoucher')) },
      { head: t('sales.sold'), cell: (row) => number(row.sold) },
      { head: t('sales.held'), cell: (row) => number(row.held) },
      { head: t('sales.refunded'), cell: (row) => number(row.refunded) },
      { head: t('sales.revenue'), cell: (row) => money(row.revenue, row.currency) },
    ];
    return table(t('sales.report'), columns, [...this.rows, ...this.sums()], ({ name, day, voucher, currency }) =>
      [name, day, voucher, currency].join(),
    );
  }

  /** A last row for each currency. */
  sums() {
    const { revenue } = totals(this.rows);
    return revenue.map(([currency, amount]) => ({
      ...totals(this.rows.filter((row) => row.currency === currency)),
      name: t('sales.total'),
      revenue: amount,
      currency,
    }));
  }

  group(by) {
    this.by = by;
    setParam('by', by === 'type' ? '' : by);
    this.reload();
  }

  async download(format) {
    const response = await sales.reportFile({ event_id: this.eventId, group_by: this.by, tz: this.timeZone, format });
    await save(response, this.name(), t('title.sales'), format);
  }
}

const tags = ({ hidden, voucher_only: voucherOnly }) => [
  hidden ? html`<span class="tag warn">${t('type.isHidden')}</span>` : nothing,
  voucherOnly ? html`<span class="tag warn">${t('type.isVoucherOnly')}</span>` : nothing,
];

/** From when to when, in the place's time; what is open is left out. */
export function span(from, to, timeZone) {
  const parts = [from && t('from', { time: date(from, timeZone) }), to && t('until', { time: date(to, timeZone) })];
  return parts.filter(Boolean).join(' ') || t('always');
}

customElements.define('tixgo-sales', Sales);
