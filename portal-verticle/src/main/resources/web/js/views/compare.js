// Two to four events side by side, each with what it has more or less than the first. Which they are stands in the address.
import { html, nothing } from 'lit';
import { params, setParam } from '../address.js';
import { all } from '../all.js';
import { events } from '../api.js';
import { difference, pointsBetween } from '../difference.js';
import { amountOf, showUp } from '../event-figures.js';
import { explainOwner, figures, showsFigures } from '../figures-api.js';
import { dayOf, money, number, percent } from '../format.js';
import { say, t } from '../i18n.js';
import { OfFigures } from '../selling.js';
import { table } from '../table.js';
import { fields, View } from '../view.js';

const FEWEST = 2;
const MOST = 4;
const GONE = [403, 404];

class Compare extends OfFigures(View) {
  constructor() {
    super();
    this.chosen = [...new Set(params('event'))].slice(0, MOST);
  }

  /** What there is to choose from can be missing: what was chosen is shown all the same. */
  async load() {
    const offered = all(events.list, { order: 'latest' }).catch(() => null);
    const [found, choices] = await Promise.all([Promise.all(this.chosen.map(reportOf)), offered]);
    return { found, choices };
  }

  content() {
    const reports = this.found.filter(({ trouble }) => !trouble);
    return html`
      <h1>${t('title.compare')}</h1>
      <p><a href="#/events">${t('events')}</a></p>
      ${this.found.length ? html`<ul class="plain stack">${this.found.map((one) => this.line(one))}</ul>` : nothing}
      ${this.chosen.length < MOST ? this.form() : nothing}
      <p role="status" class="hint">${reports.length < FEWEST ? t('compare.choose') : t('compare.with', { name: nameOf(reports[0]) })}</p>
      ${reports.length < FEWEST ? nothing : table(t('title.compare'), columns(reports), rows(reports), ({ head }) => head)}`;
  }

  line(one) {
    const { event_id: id, trouble } = one;
    const name = nameOf(one);
    return html`<li class="row">
      <span>${trouble ? html`${name} <span class="tag stop">${say(trouble)}</span>` : html`<a href="#/events/${encodeURIComponent(id)}/report">${name}</a>`}</span>
      <button @click=${(e) => this.act(e, () => this.choose(this.chosen.filter((other) => other !== id)))}>${t('compare.remove')}<span class="hidden"> ${name}</span></button></li>`;
  }

  form() {
    if (!this.choices) return html`<p class="note warn">${t('event.down')}</p>`;
    const left = this.choices.filter((event) => showsFigures(event) && !this.chosen.includes(event.id));
    if (!left.length) return nothing;
    return html`<form @submit=${(e) => this.act(e, () => this.choose([...this.chosen, fields(e.target).event]))}><div class="two">
      <label>${t('compare.event')}<select name="event">${left.map((event) => html`<option value=${event.id}>${nameOf(event)}</option>`)}</select></label>
      <div class="row"><button class="main">${t('compare.add')}</button></div></div></form>`;
  }

  async choose(ids) {
    this.chosen = ids;
    setParam('event', ...ids);
    await this.reload();
  }
}

/** An event that is gone, or another organiser's, is said to be; the others are compared. */
const reportOf = (id) =>
  figures
    .event(id)
    .catch(explainOwner)
    .catch((error) => {
      if (!GONE.includes(error.status)) throw error;
      return { event_id: id, title: id, trouble: error };
    });

const nameOf = ({ title, start_time: start }) => (start ? `${title} · ${dayOf(start)}` : title);

const columns = (reports) => [
  { head: t('compare.figure'), cell: ({ head }) => head },
  ...reports.map((report, i) => ({ head: nameOf(report), cell: (row) => figure(row, report, i ? reports[0] : null) })),
];

const figure = ({ of, label = number, than = difference }, report, base) => html`<span>${of(report) === null ? '–' : label(of(report))}
  ${base ? html`<small>${than(of(report), of(base), label)}</small>` : nothing}</span>`;

/** What is compared; money in each of the currencies that one of them has taken. */
const rows = (reports) => [
  { head: t('figures.sold'), of: ({ sold }) => sold },
  { head: t('figures.refunded'), of: ({ refunded }) => refunded },
  { head: t('figures.entered'), of: ({ checked_in: entered }) => entered },
  { head: t('figures.absentOnes'), of: ({ no_shows: absent }) => absent },
  { head: t('figures.showUp'), of: showUp, label: percent, than: pointsBetween },
  ...currencies(reports).flatMap((currency) => [moneyRow('revenue', currency), moneyRow('refunds', currency)]),
];

const moneyRow = (name, currency) => ({
  head: `${t(`figures.${name}`)} (${currency})`,
  of: (report) => amountOf(report, currency, name),
  label: (value) => money(value, currency),
});

/** Events that have taken none have a total of 0, which is shown only when none has. */
function currencies(reports) {
  const all = reports.flatMap(({ totals }) => totals);
  const taken = all.filter(({ revenue, refunds }) => revenue || refunds);
  return [...new Set((taken.length ? taken : all).map(({ currency }) => currency))];
}

customElements.define('tixgo-compare', Compare);
