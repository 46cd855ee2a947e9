// One venue: where it is, and its rooms.
import { html, nothing } from 'lit';
import { number } from '../format.js';
import { t } from '../i18n.js';
import { explained } from '../reasons.js';
import { venues } from '../sales-api.js';
import { is } from '../session.js';
import { table } from '../table.js';
import { tell } from '../toast.js';
import { fields, View } from '../view.js';

class Venue extends View {
  async load() {
    return { venue: await venues.get(this.venueId) };
  }

  titles() {
    return this.venue ? [this.venue.name, t('venues')] : super.titles();
  }

  content() {
    const { name, rooms } = this.venue;
    return html`
      <h1>${name}</h1>
      <p><a href="#/venues">${t('venues')}</a></p>
      ${this.about()}
      <h2>${t('rooms')}</h2>
      ${rooms.length ? table(t('rooms'), this.columns(), rooms, (room) => room.id) : html`<p class="empty">${t('rooms.none')}</p>`}
      ${is('admin') ? this.form() : nothing}`;
  }

  about() {
    const { id, address, time_zone: zone, capacity } = this.venue;
    return html`<section class="card">
      <dl class="meta">
        <dt>${t('address')}</dt><dd>${address ?? '–'}</dd>
        <dt>${t('zone')}</dt><dd>${zone}</dd>
        <dt>${t('event.capacity')}</dt><dd>${capacity ? number(capacity) : '–'}</dd>
      </dl>
      ${
        is('admin')
          ? html`<div class="row">
        <a class="button" href="#/venues/${id}/edit">${t('edit')}</a>
        <button class="danger quiet" @click=${(e) => this.act(e, () => this.deleteVenue())}>${t('delete')}</button>
      </div>`
          : nothing
      }</section>`;
  }

  columns() {
    return [
      { head: t('room'), cell: (room) => html`<a href="#/venues/${this.venueId}/rooms/${room.id}">${room.name}</a>` },
      { head: t('event.capacity'), cell: (room) => number(room.capacity) },
    ];
  }

  form() {
    return html`<form class="card" data-draft="room" @submit=${(e) => this.act(e, () => this.addRoom(e.target))}>
      <h2>${t('rooms.add')}</h2>
      ${this.drafts.note('room')}
      ${roomFields()}
      <div class="row"><button class="main">${t('rooms.add')}</button></div>
    </form>`;
  }

  async addRoom(form) {
    const { name, capacity } = fields(form);
    await venues.addRoom(this.venueId, { name, capacity: Number(capacity) });
    form.reset();
    tell(t('rooms.added', { name }));
    await this.reload();
  }

  async deleteVenue() {
    const { id, name, tag, time_zone: zone } = this.venue;
    if (!(await this.ask(t('venue.sure', { name }), { yes: t('delete') }))) return;
    await venues.remove(id, tag).catch(explained(zone));
    tell(t('deleted', { name }));
    this.leaveFor('#/venues');
  }
}

/**
 * What a room is called and holds, for the form that makes one and for the one that changes it.
 * @param {{ name?: string, capacity?: number }} [room]
 */
export const roomFields = ({ name, capacity } = {}) => html`<div class="two">
  <label>${t('rooms.name')}<input name="name" required maxlength="200" .value=${name ?? ''}></label>
  <label>${t('event.capacity')}<input name="capacity" type="number" min="1" max="2147483647" required .value=${capacity ?? ''}></label>
</div>`;

customElements.define('tixgo-venue', Venue);
