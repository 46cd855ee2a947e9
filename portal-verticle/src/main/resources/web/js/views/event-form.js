// Makes an event or changes one.
import { html, nothing } from 'lit';
import { events } from '../api.js';
import { OfEvent } from '../event-view.js';
import { fromInput, toInput, zone } from '../format.js';
import { t } from '../i18n.js';
import { fields, View } from '../view.js';

class EventForm extends OfEvent(View) {
  async load() {
    return { event: this.eventId ? await this.findEvent() : {} };
  }

  /** A form changes what Event has, whatever Attendance knows. */
  async hasAttendance() {
    return false;
  }

  content() {
    const { title, description, location: place, start_time: start, end_time: finish, capacity } = this.event ?? {};
    return html`
      <h1>${t(this.eventId ? 'title.editEvent' : 'newEvent')}</h1>
      <form class="card" @submit=${(e) => this.act(e, () => this.save(fields(e.target)))}>
        <label>${t('event.title')}<input name="title" required maxlength="200" .value=${title ?? ''}></label>
        <label>${t('event.description')}<textarea name="description" maxlength="5000" .value=${description ?? ''}></textarea></label>
        <label>${t('event.location')}<input name="location" maxlength="200" .value=${place ?? ''}></label>
        <div class="two">
          <label>${t('event.start')}<small>${zone()}</small><input name="start_time" type="datetime-local" required .value=${toInput(start)}></label>
          <label>${t('event.end')}<small>${zone()}</small><input name="end_time" type="datetime-local" .value=${toInput(finish)}></label>
        </div>
        <label>${t('event.capacity')}<input name="capacity" type="number" min="1" max="10000000" .value=${capacity ?? ''}></label>
        <div class="row">
          <button class="main">${t('save')}</button>
          <a class="button" href=${this.eventId ? this.to('') : '#/events'}>${t('cancel')}</a>
        </div>
        ${this.failure?.status === 412 ? html`<button type="button" @click=${() => this.reload()}>${t('event.loadNew')}</button>` : nothing}
      </form>`;
  }

  async save(form) {
    const body = {
      ...form,
      start_time: fromInput(form.start_time),
      ...(form.end_time && { end_time: fromInput(form.end_time) }),
      ...(form.capacity && { capacity: Number(form.capacity) }),
    };
    const saved = this.eventId ? await events.put(this.eventId, this.event.tag, body) : await events.add(body);
    this.leaveFor(`#/events/${encodeURIComponent(saved.id)}`);
  }
}

customElements.define('tixgo-event-form', EventForm);
