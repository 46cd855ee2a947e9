// Where events take place: all venues.
import { html, nothing } from 'lit';
import { number } from '../format.js';
import { t } from '../i18n.js';
import { Paged } from '../paged.js';
import { venues } from '../sales-api.js';
import { is } from '../session.js';

class Venues extends Paged {
  static filters = ['q'];

  page(values) {
    return venues.list(values);
  }

  content() {
    return html`
      <div class="row apart"><h1>${t('venues')}</h1>${this.make()}</div>
      <form role="search" @submit=${(e) => e.preventDefault()}>
        <label>${t('venues.search')}
          <input type="search" .value=${this.filter.q} @input=${(e) => this.narrow('q', e.target.value)}></label>
      </form>
      ${this.items.length ? html`<div class="grid">${this.items.map(card)}</div>` : this.empty()}
      ${this.more()}`;
  }

  make() {
    return is('admin') ? html`<a class="button main" href="#/venues/new">${t('newVenue')}</a>` : nothing;
  }

  empty() {
    const { q } = this.filter;
    return html`<div class="empty"><p>${q ? t('venues.noneFound', { q }) : t('venues.none')}</p>${q ? nothing : this.make()}</div>`;
  }
}

const card = ({ id, name, address, rooms, capacity }) => html`<a class="card event" href="#/venues/${id}">
  <span class="stack"><h3>${name}</h3>
    ${address ? html`<span class="hint">${address}</span>` : nothing}
    <span class="row"><span class="tag">${t('venues.rooms', { n: number(rooms.length) })}</span>
      ${capacity ? html`<span class="hint">${t('venues.fits', { n: number(capacity) })}</span>` : nothing}</span>
  </span></a>`;

customElements.define('tixgo-venues', Venues);
