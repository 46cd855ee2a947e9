// All events: what is on today first, then what comes, and what is over.
import { html, nothing } from 'lit';
import { door, events } from '../api.js';
import { groupOf, longAgo, startOfToday, stateOf } from '../event-time.js';
import { dayNumber, day, month, number, weekday } from '../format.js';
import { t } from '../i18n.js';
import { has } from '../services.js';
import { is } from '../session.js';
import { Paged } from '../paged.js';

const MOST = 1000;
const AT_ONCE = 4;
const KIND = { running: 'go', today: 'go', draft: 'warn', cancelled: 'stop' };

class Events extends Paged {
  static filters = ['q', 'past'];

  constructor() {
    super();
    this.stats = new Map();
  }

  /** The paged list is that of events which are over, the latest first. */
  async page({ q, limit, cursor }) {
    const found = await events.list({ q, to: startOfToday().toISOString(), order: 'latest', limit, cursor });
    return { ...found, items: found.items.filter((event) => groupOf(event) === 'past') };
  }

  async load() {
    const today = startOfToday();
    const from = longAgo(today).toISOString();
    const [late, past] = await Promise.all([events.list({ q: this.filter.q, from, limit: MOST }), super.load()]);
    const upcoming = late.items.filter((event) => groupOf(event) !== 'past');
    const begun = upcoming.filter((event) => new Date(event.start_time) <= today).length;
    return { ...past, upcoming, total: past.total - begun };
  }

  /** The list doesn't wait for its numbers. */
  async reload() {
    await super.reload();
    if (this.loaded) this.count();
  }

  get isPastOpen() {
    return Boolean(this.filter.past || this.filter.q);
  }

  /** The numbers of those that are shown, a few at a time, for as long as they are shown. */
  async count() {
    const waiting = [...this.upcoming, ...(this.isPastOpen ? this.items : [])].filter(({ id }) => !this.stats.has(id));
    const work = async () => {
      for (let event = waiting.shift(); event && !this.life.signal.aborted; event = waiting.shift()) {
        this.stats.set(event.id, await door.stats(event.id).catch(() => null));
        this.requestUpdate();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  content() {
    const today = this.upcoming.filter((event) => groupOf(event) === 'today');
    const coming = this.upcoming.filter((event) => groupOf(event) === 'coming');
    return html`
      <div class="row apart"><h1>${t('events')}</h1>
        <span class="row">${has('report') && is('committee', 'admin') ? html`<a class="button" href="#/compare">${t('title.compare')}</a>` : nothing}
        ${is('admin') ? html`<a class="button main" href="#/events/new">${t('newEvent')}</a>` : nothing}</span></div>
      <form role="search" @submit=${(e) => e.preventDefault()}>
        <label>${t('events.search')}
          <input type="search" .value=${this.filter.q} @input=${(e) => this.narrow('q', e.target.value)}></label>
      </form>
      ${today.length + coming.length + this.total === 0 ? this.empty() : nothing}
      ${this.group('agenda.today', today, today.length)}
      ${this.group('agenda.coming', coming, coming.length)}
      ${this.past()}`;
  }

  group(key, list, n) {
    if (!list.length) return nothing;
    return html`<section class="stack">
      <h2>${t(key)} <span class="count">${number(n)}</span></h2>
      <div class="grid">${list.map((event) => this.card(event))}</div></section>`;
  }

  past() {
    if (!this.total) return nothing;
    const open = this.isPastOpen;
    const toggled = (e) => {
      if (e.target.open !== open) this.narrow('past', e.target.open ? '1' : '');
    };
    return html`<details class="past" ?open=${open} @toggle=${toggled}>
      <summary><h2>${t('agenda.past')} <span class="count">${number(this.total)}</span></h2></summary>
      <div class="stack"><div class="grid">${open ? this.items.map((event) => this.card(event)) : nothing}</div>
        ${this.more()}</div></details>`;
  }

  empty() {
    const { q } = this.filter;
    return html`<div class="empty">
      <p>${q ? t('events.noneFound', { q }) : t('events.none')}</p>
      ${is('admin') && !q ? html`<a class="button main" href="#/events/new">${t('newEvent')}</a>` : nothing}
    </div>`;
  }

  card(event) {
    const state = stateOf(event);
    const { start_time: start, location: place, title, id } = event;
    return html`<a class="card event ${state}" href="#/events/${encodeURIComponent(id)}">
      <span class="date" aria-hidden="true">
        <small>${weekday(start)}</small><strong>${dayNumber(start)}</strong><small>${month(start)}</small></span>
      <span class="stack">
        <h3>${title}</h3>
        <span>${day(start)}</span>
        ${place ? html`<span class="hint">${place}</span>` : nothing}
        <span class="row"><span class="tag ${KIND[state] ?? ''}">${t(`event.${state}`)}</span>${counted(this.stats.get(id))}</span>
      </span></a>`;
  }
}

/** How many have come, of how many; before that, whether there is a list. */
function counted(stats) {
  if (!stats) return nothing;
  const { total_checked_in: n, total_registered: of } = stats;
  if (!n && !of) return html`<span class="hint">${t('events.noList')}</span>`;
  const text = of ? t('events.counted', { n: number(n), of: number(of) }) : t('events.countedAll', { n: number(n) });
  return html`<span class="hint">${text}</span>`;
}

customElements.define('tixgo-events', Events);
