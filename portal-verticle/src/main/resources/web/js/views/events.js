// All events, with a search.
import { html, nothing } from 'lit';
import { events } from '../api.js';
import { day } from '../format.js';
import { t } from '../i18n.js';
import { is } from '../session.js';
import { View } from '../view.js';

class Events extends View {
  constructor() {
    super();
    this.q = '';
    this.items = [];
  }

  async load() {
    const asked = this.q;
    const found = await events.list({ q: asked, limit: 100 });
    if (asked === this.q) Object.assign(this, found);
  }

  async more() {
    const found = await events.list({ q: this.q, limit: 100, cursor: this.cursor });
    this.items = [...this.items, ...found.items];
    this.cursor = found.cursor;
  }

  content() {
    return html`
      <div class="row apart"><h1>${t('events')}</h1>
        ${is('admin') ? html`<a class="button main" href="#/events/new">${t('newEvent')}</a>` : nothing}</div>
      <form role="search" @submit=${(e) => e.preventDefault()}>
        <label>${t('search')}<input type="search" .value=${this.q} @input=${(e) => this.search(e.target.value)}></label>
      </form>
      ${this.items.length ? html`<div class="grid">${this.items.map(card)}</div>` : this.empty()}
      ${this.cursor ? html`<button @click=${(e) => this.act(e, () => this.more())}>${t('more')}</button>` : nothing}`;
  }

  search(q) {
    this.q = q.trim();
    this.reload();
  }

  empty() {
    return html`<div class="empty">
      <p>${this.q ? t('events.noneFound', { q: this.q }) : t('events.none')}</p>
      ${is('admin') && !this.q ? html`<a class="button main" href="#/events/new">${t('newEvent')}</a>` : nothing}
    </div>`;
  }
}

const card = (event) => html`
  <a class="card event" href="#/events/${encodeURIComponent(event.id)}">
    <h2>${event.title}</h2>
    <p>${day(event.start_time)}</p>
    ${event.location ? html`<p class="hint">${event.location}</p>` : nothing}
  </a>`;

customElements.define('tixgo-events', Events);
