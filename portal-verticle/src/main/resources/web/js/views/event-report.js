// An event in figures: what was sold, what it brought, who has come, by type, day, hour and gate; as charts, tables and files.
import { html, nothing } from 'lit';
import { door } from '../api.js';
import { bars, overTime } from '../charts.js';
import { fileButtons, save } from '../downloads.js';
import { counts, daysOf, isEmpty, showUp, soldByType } from '../event-figures.js';
import { OfEvent } from '../event-view.js';
import { explainOwner, figures } from '../figures-api.js';
import { dayNumber, dayOf, hour, money, month, number, percent, weekday, zone } from '../format.js';
import { t } from '../i18n.js';
import { box } from '../numbers.js';
import { OfFigures } from '../selling.js';
import { table } from '../table.js';
import { View } from '../view.js';

const GROUPS = ['type', 'hour'];
const HOUR = 60; // Minutes a bar.
const DAY = 1440;
const rate = (value) => (value === null ? '–' : percent(value));
const onDay = (time) => `${dayNumber(time, 'UTC')} ${month(time, 'UTC')}`;
const atHour = (time, days) => `${days ? `${weekday(time, 'UTC')} ` : ''}${hour(time, 'UTC')}`;

class EventReport extends OfFigures(OfEvent(View)) {
  /** Days and hours are those of the place. */
  async load() {
    const timeZone = await this.findEvent().then((event) => event?.time_zone ?? zone(), zone);
    const asked = figures.event(this.eventId, { tz: timeZone }).catch(explainOwner);
    const [report, stats] = await Promise.all([asked, door.stats(this.eventId)]);
    return { timeZone, report, gates: stats.per_gate };
  }

  content() {
    return html`
      <h1>${t('title.eventReport')}</h1>
      <p>${this.back()}</p>
      ${this.numbers()}
      <nav class="row" aria-label=${t('figures.ways')}>
        <a class="button" href="#/compare?event=${encodeURIComponent(this.eventId)}">${t('figures.compare')}</a></nav>
      ${isEmpty(this.report) ? html`<p class="empty">${t('figures.none')}</p>` : this.details()}`;
  }

  numbers() {
    const { sold, refunded, checked_in: entered, no_shows: absent, totals } = this.report;
    return html`<section class="numbers" aria-label=${t('stats')}>
      ${box(t('sales.sold'), number(sold))}${box(t('stats.checkedIn'), number(entered))}
      ${box(t('figures.showUpOf'), rate(showUp(this.report)))}${box(t('figures.absent'), number(absent))}
      ${box(t('sales.refunded'), number(refunded))}
      </section>
      <section class="numbers amounts" aria-label=${t('figures.money')}>${totals.map(({ currency, revenue }) =>
        box(t('sales.revenue'), money(revenue, currency), 'money'),
      )}</section>`;
  }

  details() {
    const { by_type: types, totals } = this.report;
    return html`
      <div class="columns">${this.salesCharts()}${this.doorCharts()}</div>
      <h2>${t('live.types')}</h2>
      ${types.length ? table(t('live.types'), typeColumns(), types, JSON.stringify) : html`<p class="empty">${t('sales.none')}</p>`}
      <h2>${t('figures.money')}</h2><p class="hint">${t('figures.moneyHint')}</p>
      ${table(t('figures.money'), moneyColumns(), totals, ({ currency }) => currency)}
      ${this.days()}
      <section class="card"><h2>${t('exports')}</h2><p class="hint">${t('exports.zone', { zone: this.timeZone })}</p>${GROUPS.map((group) => this.files(group))}</section>`;
  }

  salesCharts() {
    const { by_type: types, by_hour: hours, sold, totals } = this.report;
    if (!counts(hours, 'sold').length) return nothing;
    return html`
      <section class="card"><h2>${t('figures.soldByType')}</h2>${bars(soldByType(types), sold, '–')}</section>
      ${card('figures.soldByDay', byDay(hours, 'sold', 'figures.sold', number))}
      ${totals.map(({ currency }) => this.revenue(currency))}`;
  }

  revenue(currency) {
    const hours = this.report.by_hour.filter((row) => row.currency === currency);
    if (!counts(hours, 'revenue').length) return nothing;
    return card(
      'figures.revenueByDay',
      byDay(hours, 'revenue', 'figures.revenue', (n) => money(n, currency)),
    );
  }

  doorCharts() {
    const entered = counts(this.report.by_hour, 'checked_in');
    if (!entered.length) return nothing;
    return html`
      ${card('figures.enteredByHour', overTime(entered, HOUR, { words: words('figures.entered', 'Hour', HOUR, number), tick: atHour }))}
      <section class="card"><h2>${t('live.gates')}</h2>${bars(this.gates, this.report.checked_in, t('gate.none'))}</section>`;
  }

  days() {
    const rows = daysOf(this.report.by_hour);
    if (!rows.length) return nothing;
    return html`<details class="card"><summary><h2>${t('sales.by.day')}</h2></summary>
      ${table(t('sales.by.day'), dayColumns(), rows, ({ day, currency }) => day + currency)}</details>`;
  }

  files(group) {
    const what = t(`figures.files.${group}`);
    return fileButtons(this, what, (format) => this.download(group, format), what);
  }

  async download(group, format) {
    const response = await figures.file(this.eventId, { group_by: group, tz: this.timeZone, format });
    await save(response, this.name(), t(`figures.files.${group}`), format);
  }
}

const card = (key, chart) => html`<section class="card"><h2>${t(key)}</h2>${chart}</section>`;

const byDay = (hours, name, key, label) => overTime(counts(hours, name), DAY, { words: words(key, 'Day', DAY, label), label, tick: onDay });

/** How many there were, and the most in one bar: an hour or a day, or several. */
const words =
  (key, unit, minutes, label) =>
  ({ total, most, step }) =>
    t(`${key}In${unit}${step > minutes ? 's' : ''}`, { n: label(total), most: label(most), step: step / minutes });

const count = (name) => (row) => number(row[name]);
const amount = (name) => (row) => (row.currency ? html`<span class="sum">${money(row[name], row.currency)}</span>` : '–');

const soldColumns = () => [
  { head: t('figures.sold'), cell: count('sold') },
  { head: t('figures.refunded'), cell: count('refunded') },
];

const paidColumns = () => [
  { head: t('figures.revenue'), cell: amount('revenue') },
  { head: t('figures.refunds'), cell: amount('refunds') },
];

const typeColumns = () => [
  { head: t('type'), cell: ({ ticket_type: code }) => code || '–' },
  ...soldColumns(),
  { head: t('figures.entered'), cell: count('checked_in') },
  { head: t('figures.absentOnes'), cell: count('no_shows') },
  { head: t('figures.showUp'), cell: (row) => rate(showUp(row)) },
  ...paidColumns(),
];

const moneyColumns = () => [
  { head: t('figures.currency'), cell: ({ currency }) => currency },
  ...paidColumns(),
  { head: t('figures.online'), cell: amount('online_paid') },
  { head: t('figures.onlineBack'), cell: amount('online_refunds') },
];

const dayColumns = () => [{ head: t('figures.day'), cell: ({ day }) => dayOf(day, 'UTC') }, ...soldColumns(), ...paidColumns()];

customElements.define('tixgo-event-report', EventReport);
