// All events, with a search.
import { html, nothing } from 'lit';
import { events } from '../api.js';
import { day } from '../format.js';
import { t } from '../i18n.js';
import { is } from '../session.js';
import { Paged } from '../paged.js';

class Events extends Paged {
  page(values) {
    return events.list(values);
  }

  content() {
    return html`
      <div class="row apart"><h1>${t('events')}</h1>
        ${is('admin') ? html`<a class="button main" href="#/events/new">${t('newEvent')}</a>` : nothing}</div>
      <form role="search" @submit=${(e) => e.preventDefault()}>
        <label>${t('search')}<input type="search" .value=${this.filter.q ?? ''} @input=${(e) => this.narrow('q', e.target.value)}></label>
      </form>
      ${this.items.length ? html`<div class="grid">${this.items.map(card)}</div>` : this.empty()}
      ${this.more()}`;
  }

  empty() {
    return html`<div class="empty">
      <p>${this.filter.q ? t('events.noneFound', { q: this.filter.q }) : t('events.none')}</p>
      ${is('admin') && !this.filter.q ? html`<a class="button main" href="#/events/new">${t('newEvent')}</a>` : nothing}
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
