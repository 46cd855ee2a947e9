// An event as it happens: numbers, gates, the last hour, the last scans.
import { html, nothing, svg } from 'lit';
import { door } from '../api.js';
import { OfEvent } from '../event-view.js';
import { follow } from '../feed.js';
import { clock, moment, number } from '../format.js';
import { t } from '../i18n.js';
import { numbers } from '../numbers.js';
import { is } from '../session.js';
import { View } from '../view.js';

const LAST = 50;
const AT_MOST_EVERY_MS = 400;
const AGAIN_MS = 5000;
const MINUTES = 60;
const LOOK_EVERY_MS = 5000;

class Live extends OfEvent(View) {
  static properties = { stats: { state: true }, recent: { state: true }, state: { state: true } };

  constructor() {
    super();
    this.recent = [];
    this.state = 'stale';
    this.conflicts = null;
  }

  async load() {
    const stats = await door.stats(this.eventId);
    if (is('user')) return { stats, recent: [] };
    const newest = await door.changes(this.eventId, Math.max(0, stats.seq - LAST)).catch(() => []);
    return { stats, recent: newest.slice(-LAST).reverse() };
  }

  async reload() {
    await super.reload();
    if (!this.loaded) return;
    this.countConflicts().catch(() => {});
    (is('user') ? Promise.resolve() : this.listen()).then(() => this.lookAgainAndAgain());
  }

  /** Ends when one may not, or no longer. */
  listen() {
    return follow(this.eventId, {
      signal: this.life.signal,
      onState: (state) => { this.state = state; },
      onChange: (kind, data) => this.take(kind, data),
    });
  }

  /** Who doesn't hear of single scans reads the numbers now and then. */
  lookAgainAndAgain() {
    const { signal } = this.life;
    if (signal.aborted) return;
    const look = async () => {
      await this.refresh();
      this.state = this.failed ? 'stale' : 'live';
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
    this.state = 'live';
  }

  take(kind, data) {
    if (kind === 'feed_expired') return;
    if (kind === 'stats') this.begin(data);
    else if (data.seq > (this.recent[0]?.seq ?? 0)) this.recent = [data, ...this.recent].slice(0, LAST);
    if (data.other_seq || kind === 'stats') this.countConflicts().catch(() => {});
    this.refreshSoon();
  }

  /** What comes after these numbers is new, also where a restored feed counts from an earlier one. */
  begin(stats) {
    this.stats = stats;
    this.recent = this.recent.filter((change) => change.seq <= stats.seq);
  }

  /** However many scans come, the numbers are asked for a few times a second at most. */
  refreshSoon() {
    this.timer ??= setTimeout(() => this.refresh(), this.failed ? AGAIN_MS : AT_MOST_EVERY_MS);
  }

  async refresh() {
    try {
      this.stats = await door.stats(this.eventId);
      this.failed = false;
    } catch {
      this.failed = true;
    }
    this.timer = null;
    if (!this.life.signal.aborted && this.stats.seq < (this.recent[0]?.seq ?? 0)) this.refreshSoon();
  }

  async countConflicts() {
    if (is('admin', 'committee')) this.conflicts = (await door.conflicts(this.eventId, { status: 'open', limit: 1 })).total;
    this.requestUpdate();
  }

  content() {
    return html`
      <div class="row apart"><h1>${this.back()}</h1>
        <span role="status" class="tag ${this.state === 'live' ? 'go' : 'warn'}" id="feed-state">${t(`feed.${this.state}`)}</span></div>
      ${numbers(this.stats, this.conflicts)}
      ${this.conflicts ? html`<p class="note stop"><a href=${this.to('/conflicts')}>${t('live.conflicts', { n: number(this.conflicts) })}</a></p>` : nothing}
      <div class="columns">
        <section class="card"><h2>${t('live.minutes')}</h2>${minutes(this.stats.per_minute)}</section>
        <section class="card"><h2>${t('live.gates')}</h2>${bars(this.stats.per_gate, t('gate.none'))}</section>
        ${is('user') ? nothing : html`<section class="card"><h2>${t('live.last')}</h2>${this.feed()}</section>`}
        <section class="card"><h2>${t('live.refused')}</h2>${bars(named(this.stats.refused), '')}</section>
        <section class="card"><h2>${t('live.types')}</h2>${bars(this.stats.per_ticket_type, '–')}</section>
        ${is('user') ? nothing : html`<section class="card"><h2>${t('live.devices')}</h2>${devices(this.stats.devices)}</section>`}
      </div>`;
  }

  feed() {
    if (!this.recent.length) return html`<p class="empty">${t('live.quiet')}</p>`;
    return html`<ol class="feed plain" tabindex="0" aria-label=${t('live.last')}>${this.recent.map((change) => html`<li>
      <time datetime=${change.at}>${clock(change.at)}</time>
      <span><strong>${change.ticket_id}</strong> ${change.gate ?? ''} <small>${change.staff}</small></span>
      <span class="tag ${change.kind === 'refusal' ? 'stop' : change.other_seq ? 'warn' : 'go'}">${t(change.code ? `code.${change.code}` : `kind.${change.kind}`)}</span>
    </li>`)}</ol>`;
  }
}

const named = (codes) => Object.fromEntries(Object.entries(codes).map(([code, n]) => [t(`code.${code}`), n]));

function bars(counts, unnamed) {
  const rows = Object.entries(counts).sort((a, b) => b[1] - a[1]);
  if (!rows.length) return html`<p class="hint">${t('live.nothing')}</p>`;
  const most = rows[0][1];
  return html`<ul class="bars plain">${rows.map(([name, n]) => html`<li>
    <span>${name || unnamed}</span><progress max=${most} value=${n} aria-label=${name || unnamed}></progress><strong>${number(n)}</strong></li>`)}</ul>`;
}

/** The last hour, a point a minute, as far as the time of the newest goes. */
function minutes(perMinute) {
  const counts = new Map(perMinute.map((row) => [Math.floor(new Date(row.minute) / 60000), row.checked_in]));
  const now = Math.floor(Date.now() / 60000);
  const points = Array.from({ length: MINUTES }, (_, i) => counts.get(now - MINUTES + 1 + i) ?? 0);
  const most = Math.max(1, ...points);
  const path = points.map((n, i) => `${i ? 'L' : 'M'}${i} ${(100 - (95 * n) / most).toFixed(1)}`).join(' ');
  const total = points.reduce((sum, n) => sum + n, 0);
  return html`<svg class="line" viewBox="0 0 59 100" preserveAspectRatio="none" role="img" aria-label=${t('live.minutesLabel', { n: number(total), most: number(Math.max(...points)) })}>
      ${svg`<path class="area" d="${path} L59 100 L0 100 Z"/><path d=${path}/>`}</svg>
    <p class="hint">${t('live.minutesLabel', { n: number(total), most: number(Math.max(...points)) })}</p>`;
}

function devices(list) {
  if (!list.length) return html`<p class="hint">${t('live.nothing')}</p>`;
  return html`<ul class="plain">${list.map((d) => html`<li class="row apart"><span>${d.device_id}</span><time datetime=${d.last_seen_at}>${moment(d.last_seen_at)}</time></li>`)}</ul>`;
}

customElements.define('tixgo-live', Live);
