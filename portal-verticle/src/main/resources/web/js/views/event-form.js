// Makes an event or changes one.
import { html, nothing } from 'lit';
import { all } from '../all.js';
import { events } from '../api.js';
import { OfEvent } from '../event-view.js';
import { number, zone, zoneHint } from '../format.js';
import { t } from '../i18n.js';
import { isZone, toInput } from '../local-time.js';
import { numbersOf, placeOf, roomIn } from '../places.js';
import { explained } from '../reasons.js';
import { venues } from '../sales-api.js';
import { tell } from '../toast.js';
import { fields, View } from '../view.js';
import { zoneField } from '../zones.js';

const STATES = ['draft', 'published', 'cancelled'];
const MOST = 10000000;

class EventForm extends OfEvent(View) {
  async load() {
    const [event, places] = await Promise.all([this.eventId ? this.findEvent() : {}, all(venues.list)]);
    return { event, places };
  }

  /** A form changes what Event has, whatever Attendance knows. */
  async hasAttendance() {
    return false;
  }

  content() {
    const { title, description, location: place, capacity } = this.event ?? {};
    const dropDraft = (e) => this.drafts.done(e.target.closest('form'));
    const { room } = this.chosen();
    return html`
      <h1>${t(this.eventId ? 'title.editEvent' : 'newEvent')}</h1>
      <form class="card" data-draft="event" @submit=${(e) => this.act(e, () => this.save(e.target))}>
        ${this.drafts.note('event')}
        <label>${t('event.title')}<input name="title" required maxlength="200" .value=${title ?? ''}></label>
        <label>${t('event.description')}
          <textarea name="description" maxlength="5000" .value=${description ?? ''}></textarea></label>
        ${this.where()}
        <label>${t('event.location')}<input name="location" maxlength="200" .value=${place ?? ''}></label>
        ${this.when()}
        <div class="two">
          <label>${t('event.capacity')}${room ? html`<small>${t('event.roomHolds', { n: number(room.capacity) })}</small>` : nothing}
            <input name="capacity" type="number" min="1" max=${room?.capacity ?? MOST} .value=${capacity ?? ''}></label>
          ${this.status()}
        </div>
        <div class="row">
          <button class="main">${t('save')}</button>
          <a class="button" href=${this.eventId ? this.to('') : '#/events'} @click=${dropDraft}>${t('cancel')}</a>
        </div>
      </form>`;
  }

  /** A room, or a venue without one; the place itself may be gone from the list, and the event still keep it. */
  where() {
    const mine = placeOf(this.event);
    const option = (value, words) => html`<option value=${value} .selected=${value === mine}>${words}</option>`;
    const isGone = mine && !roomIn(this.places, mine).venue;
    return html`<label>${t('event.place')}<select name="place" @change=${() => this.requestUpdate()}>
      ${option('', t('event.noPlace'))}
      ${isGone ? option(mine, t('event.placeGone')) : nothing}
      ${this.places.map((venue) => [
        option(`${venue.id}`, t('event.wholePlace', { name: venue.name })),
        venue.rooms.map((room) => option(`${venue.id}/${room.id}`, `${venue.name} · ${room.name} (${number(room.capacity)})`)),
      ])}</select></label>`;
  }

  /** Times are those of the place's clocks. */
  when() {
    const { start_time: start, end_time: finish, time_zone: own = zone() } = this.event ?? {};
    const { venue, room, timeZone } = this.chosen();
    const time = (name, key, value, required) => html`<label>${t(key)}<small>${zoneHint(timeZone)}</small>
      <input name=${name} type="datetime-local" ?required=${required} .value=${toInput(value, own)}></label>`;
    return html`<div class="two">${time('start_time', 'event.start', start, true)}${time('end_time', 'event.end', finish, room)}</div>
      ${venue ? nothing : html`<div @input=${() => this.requestUpdate()}>${zoneField(own)}</div>`}`;
  }

  status() {
    const { status = 'published' } = this.event ?? {};
    const shown = STATES.includes(status) ? status : 'published'; // What is over was published.
    return html`<label>${t('status')}<select name="status">${STATES.map(
      (state) => html`
      <option value=${state} .selected=${state === shown}>${t(`status.${state}`)}</option>`,
    )}</select></label>`;
  }

  /** What is chosen in the form, or was before there is one: `{venue, room, timeZone}`. */
  chosen() {
    const { place, time_zone: typed } = this.querySelector('form')?.elements ?? {};
    const { venue, room } = roomIn(this.places, place?.value ?? placeOf(this.event));
    const timeZone = venue?.time_zone ?? (isZone(typed?.value) ? typed.value : (this.event?.time_zone ?? zone()));
    return { venue, room, timeZone };
  }

  /** Of two who change an event at once, the second sees what the first has made of it before anything is lost. */
  async save(form) {
    const values = fields(form);
    if (!(await this.mayCancel(values))) return false;
    try {
      const saved = await this.send(values).catch(explained(this.chosen().timeZone));
      tell(t('saved'));
      this.leaveFor(`#/events/${encodeURIComponent(saved.id)}`);
      return true;
    } catch (error) {
      if (error.status === 412) await this.drafts.catchUp(form);
      throw error;
    }
  }

  mayCancel({ title, status }) {
    const isNew = status === 'cancelled' && this.event?.status !== 'cancelled';
    return !isNew || this.ask(t('event.sureCancel', { title }), { yes: t('event.cancel') });
  }

  /** What the form doesn't show, as the picture, stays; so does a place that nobody has changed. */
  send({ title, description = null, location = null, capacity, start_time, end_time = null, place = '', time_zone, status }) {
    const isMoved = place !== placeOf(this.event);
    const body = {
      title,
      description,
      location,
      start_time,
      end_time,
      status,
      capacity: capacity ? Number(capacity) : null,
      ...(isMoved && numbersOf(place)),
      ...(time_zone && { time_zone }),
    };
    return this.eventId ? events.patch(this.eventId, this.event.tag, body) : events.add(body);
  }
}

customElements.define('tixgo-event-form', EventForm);
