// One room: what stands in it, in the venue's time, and when nothing shall.
import { html, nothing } from 'lit';
import { all } from '../all.js';
import { events } from '../api.js';
import { number, zoneHint } from '../format.js';
import { t } from '../i18n.js';
import { Paged } from '../paged.js';
import { explained, times } from '../reasons.js';
import { venues } from '../sales-api.js';
import { is } from '../session.js';
import { table } from '../table.js';
import { tell } from '../toast.js';
import { fields } from '../view.js';
import { roomFields } from './venue.js';

class Room extends Paged {
  static filters = ['from'];

  /** What is still to come, or what stands there from that day on. */
  page({ from, limit, cursor }) {
    const time = from ? `${from}T00:00` : new Date().toISOString();
    return venues.schedule(this.venueId, this.roomId, { from: time, limit, cursor });
  }

  async load() {
    const [found, venue, room, here] = await Promise.all([
      super.load(),
      venues.get(this.venueId),
      venues.room(this.venueId, this.roomId),
      all(events.list, { venue_id: this.venueId }),
    ]);
    return { ...found, venue, room, idToTitle: new Map(here.map(({ id, title }) => [id, title])) };
  }

  titles() {
    return this.room ? [this.room.name, this.venue.name] : super.titles();
  }

  content() {
    const { name, time_zone: zone } = this.venue;
    return html`
      <h1>${this.room.name}</h1>
      <p><a href="#/venues/${this.venueId}">${name}</a> · ${t('venues.fits', { n: number(this.room.capacity) })}</p>
      <h2>${t('schedule')}</h2>
      <form role="search" @submit=${(e) => e.preventDefault()}>
        <label>${t('schedule.from')}<small>${zoneHint(zone)}</small>
          <input type="date" .value=${this.filter.from} @change=${(e) => this.narrow('from', e.target.value)}></label>
      </form>
      ${
        this.items.length
          ? table(t('schedule'), this.columns(), this.items, (slot) => slot.id)
          : html`<p class="empty">${t('schedule.none')}</p>`
      }
      ${this.more()}
      ${is('admin') ? html`${this.blockForm()}${this.roomForm()}` : nothing}`;
  }

  columns() {
    return [
      { head: t('schedule.what'), cell: (slot) => this.what(slot) },
      { head: t('time'), cell: (slot) => times(slot, this.venue.time_zone) },
      ...(is('admin') ? [{ head: t('actions'), cell: (slot) => this.actions(slot), actions: true }] : []),
    ];
  }

  what({ kind, event_id: id, reason }) {
    if (kind === 'block') return html`<span class="tag warn">${t('room.block')}</span> ${reason ?? nothing}`;
    return html`<a href="#/events/${encodeURIComponent(id)}">${this.idToTitle.get(id) ?? id}</a>`;
  }

  actions(slot) {
    if (slot.kind !== 'block') return nothing;
    return html`<button @click=${(e) => this.act(e, () => this.unblock(slot))}>
      ${t('room.unblock')}<span class="hidden"> ${times(slot, this.venue.time_zone)}</span></button>`;
  }

  blockForm() {
    const hint = zoneHint(this.venue.time_zone);
    return html`<form class="card" data-draft="block" @submit=${(e) => this.act(e, () => this.block(e.target))}>
      <h2>${t('room.addBlock')}</h2>
      ${this.drafts.note('block')}
      <div class="two">
        <label>${t('room.blockFrom')}<small>${hint}</small><input name="start_time" type="datetime-local" required></label>
        <label>${t('room.blockTo')}<small>${hint}</small><input name="end_time" type="datetime-local" required></label>
      </div>
      <label>${t('room.reason')}<input name="reason" maxlength="500"></label>
      <div class="row"><button class="main">${t('room.addBlock')}</button></div>
    </form>`;
  }

  /** Times without an offset are the venue's. */
  async block(form) {
    await venues.block(this.venueId, this.roomId, fields(form)).catch(explained(this.venue.time_zone));
    form.reset();
    tell(t('room.blocked'));
    await this.reload();
  }

  async unblock(slot) {
    const question = t('room.sureUnblock', { time: times(slot, this.venue.time_zone) });
    if (!(await this.ask(question, { yes: t('room.unblock') }))) return;
    await venues.unblock(this.venueId, this.roomId, slot.id);
    tell(t('room.unblocked'));
    await this.reload();
  }

  roomForm() {
    return html`<form class="card" data-draft="room" @submit=${(e) => this.act(e, () => this.save(e.target))}>
      <h2>${t('room.edit')}</h2>
      ${this.drafts.note('room')}
      ${roomFields(this.room)}
      <div class="row"><button class="main">${t('save')}</button>
        <button type="button" class="danger quiet" @click=${(e) => this.act(e, () => this.deleteRoom())}>${t('room.delete')}</button></div>
    </form>`;
  }

  async save(form) {
    const { name, capacity } = fields(form);
    try {
      const { tag } = this.room;
      await venues.setRoom(this.venueId, this.roomId, tag, { name, capacity: Number(capacity) }).catch(explained(this.venue.time_zone));
    } catch (error) {
      if (error.status === 412) await this.drafts.catchUp(form);
      throw error;
    }
    tell(t('saved'));
    await this.reload();
  }

  async deleteRoom() {
    const { name, tag } = this.room;
    if (!(await this.ask(t('room.sure', { name }), { yes: t('room.delete') }))) return;
    await venues.removeRoom(this.venueId, this.roomId, tag).catch(explained(this.venue.time_zone));
    tell(t('deleted', { name }));
    this.leaveFor(`#/venues/${this.venueId}`);
  }
}

customElements.define('tixgo-room', Room);
