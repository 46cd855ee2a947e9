// An event as it happens: numbers, gates, the hour or the whole event, the last scans.
import { html, nothing } from 'lit';
import { door } from '../api.js';
import { bars, minutes } from '../charts.js';
import { OfEvent } from '../event-view.js';
import { follow } from '../feed.js';
import { clock, moment, number, zoneName } from '../format.js';
import { t } from '../i18n.js';
import { numbers } from '../numbers.js';
import { is } from '../session.js';
import { View } from '../view.js';

const LAST = 50;
const AT_MOST_EVERY_MS = 400;
const AGAIN_MS = 5000;
const CLOCK_MS = 15000;
const isStaff = () => is('admin', 'committee');

class Live extends OfEvent(View) {
  static properties = { stats: { state: true }, whole: { state: true }, recent: { state: true }, state: { state: true } };

  constructor() {
    super();
    this.recent = [];
    this.whole = false;
    this.state = 'stale';
    this.conflicts = null;
  }

  connectedCallback() {
    super.connectedCallback();
    const tick = setInterval(() => this.requestUpdate(), CLOCK_MS); // The last hour goes on without scans, too.
    this.life.signal.addEventListener('abort', () => clearInterval(tick));
  }

  async load() {
    const stats = await this.numbersNow();
    if (!isStaff()) return { stats };
    const newest = await door.changes(this.eventId, Math.max(0, stats.seq - LAST)).catch(() => []);
    return { stats, recent: newest.slice(-LAST).reverse() };
  }

  numbersNow() {
    return door.stats(this.eventId, { minutes: this.whole ? 'all' : '' });
  }

  async reload() {
    await super.reload();
    if (!this.loaded) return;
    if (isStaff()) await this.listen();
    this.poll();
  }

  /** Ends when one may not hear of single scans any more. */
  listen() {
    this.countConflicts().catch(() => {});
    return follow(door.streamUrl(this.eventId), {
      signal: this.life.signal,
      onState: (state) => {
        this.state = state;
      },
      onChange: (kind, data) => this.take(kind, data),
    });
  }

  /** Who may see the numbers alone asks for them again and again, and sees no scans of before any more. */
  poll() {
    const { signal } = this.life;
    if (signal.aborted) return;
    this.recent = [];
    this.conflicts = null;
    this.state = 'live';
    this.polls = true;
    const again = setInterval(() => this.refresh(), AGAIN_MS);
    signal.addEventListener('abort', () => clearInterval(again));
  }

  take(kind, data) {
    if (kind === 'feed_expired') return;
    if (kind === 'stats') this.begin(data);
    else if (data.seq > (this.recent[0]?.seq ?? 0)) this.recent = [data, ...this.recent].slice(0, LAST);
    // What was handed in late may make a conflict or explain one: counted once for all that come together.
    this.recount ||= Boolean(data.other_seq || data.synced_at) || kind === 'stats';
    this.refreshSoon();
  }

  /** What comes after these numbers is new, also where a restored feed counts from an earlier one. */
  begin(stats) {
    this.stats = { ...stats, per_minute: this.whole ? this.stats.per_minute : stats.per_minute };
    this.recent = this.recent.filter((change) => change.seq <= stats.seq);
  }

  /** However many scans come, the numbers are asked for a few times a second at most. */
  refreshSoon() {
    this.timer ??= setTimeout(() => this.refresh(), this.failed ? AGAIN_MS : AT_MOST_EVERY_MS);
  }

  async refresh() {
    const { whole } = this;
    try {
      const { recount } = this;
      this.recount = false;
      if (recount) this.countConflicts().catch(() => {});
      const stats = await this.numbersNow();
      if (whole === this.whole) this.stats = stats;
      this.failed = false;
    } catch {
      this.failed = true;
    }
    this.timer = null;
    if (this.polls) this.state = this.failed ? 'stale' : 'live';
    else if (!this.life.signal.aborted && (this.recount || this.stats.seq < (this.recent[0]?.seq ?? 0))) this.refreshSoon();
  }

  async countConflicts() {
    this.conflicts = (await door.conflicts(this.eventId, { status: 'open', limit: 1 })).total;
    this.requestUpdate();
  }

  content() {
    const { total_checked_in: total, per_minute: perMinute, per_gate: perGate, per_ticket_type: perType } = this.stats;
    return html`
      <div class="row apart"><h1>${this.back()}</h1>
        <span role="status" class="tag ${this.state === 'live' ? 'go' : 'warn'}" id="feed-state">
          ${t(`feed.${this.state}`)}</span></div>
      ${numbers(this.stats, this.conflicts)}
      ${
        this.conflicts
          ? html`<p class="note stop"><a href=${this.to('/conflicts')}>
        ${t('live.conflicts', { n: number(this.conflicts) })}</a></p>`
          : nothing
      }
      <div class="columns">
        <section class="card"><h2>${t('live.minutes')} <small>${zoneName()}</small></h2>${this.spans()}${minutes(perMinute, this.whole)}</section>
        ${isStaff() ? html`<section class="card"><h2>${t('live.last')} <small>${zoneName()}</small></h2>${this.feed()}</section>` : nothing}
        <section class="card"><h2>${t('live.gates')}</h2>${bars(perGate, total, t('gate.none'))}</section>
        <section class="card"><h2>${t('live.types')}</h2>${bars(perType, total, '–')}</section>
        ${isStaff() ? this.forStaff() : nothing}
      </div>`;
  }

  spans() {
    return html`<div class="choices" role="group" aria-label=${t('live.minutes')}>${[false, true].map(
      (whole) => html`
      <button aria-pressed=${whole === this.whole} @click=${() => this.span(whole)}>${t(whole ? 'live.whole' : 'live.hour')}</button>`,
    )}</div>`;
  }

  span(whole) {
    this.whole = whole;
    this.refresh();
  }

  forStaff() {
    const { refused, per_staff: perStaff, devices: seen } = this.stats;
    const codes = Object.fromEntries(Object.entries(refused).map(([code, n]) => [t(`code.${code}`), n]));
    const all = Object.values(refused).reduce((sum, n) => sum + n, 0);
    return html`
      <section class="card"><h2>${t('live.refused')}</h2>${bars(codes, all, '')}</section>
      <section class="card"><h2>${t('live.staff')}</h2>${bars(perStaff, this.stats.total_checked_in, '–')}</section>
      <section class="card"><h2>${t('live.devices')}</h2>${devices(seen)}</section>`;
  }

  feed() {
    if (!this.recent.length) return html`<p class="empty feed">${t('live.quiet')}</p>`;
    return html`<ol class="feed plain" tabindex="0" aria-label=${t('live.last')}>${this.recent.map(line)}</ol>`;
  }
}

const line = (change) => html`<li>
  <time datetime=${change.at}>${clock(change.at)}</time>
  <span><strong>${change.ticket_id}</strong> ${change.gate ?? ''} <small>${change.staff}</small></span>
  <span class="tag ${change.kind === 'refusal' ? 'stop' : change.other_seq ? 'warn' : 'go'}">
    ${t(change.code ? `code.${change.code}` : `kind.${change.kind}`)}</span></li>`;

function devices(list) {
  if (!list.length) return html`<p class="hint">${t('live.nothing')}</p>`;
  return html`<ul class="plain">${list.map(
    (d) => html`<li class="row apart"><span>${d.device_id}</span>
    <time datetime=${d.last_seen_at}>${moment(d.last_seen_at)}</time></li>`,
  )}</ul>`;
}

customElements.define('tixgo-live', Live);
