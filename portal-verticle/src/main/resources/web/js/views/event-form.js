// Makes an event or changes one.
import { html } from 'lit';
import { events } from '../api.js';
import { OfEvent } from '../event-view.js';
import { fromInput, toInput, zoneHint } from '../format.js';
import { t } from '../i18n.js';
import { tell } from '../toast.js';
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
    const dropDraft = (e) => this.drafts.done(e.target.closest('form'));
    return html`
      <h1>${t(this.eventId ? 'title.editEvent' : 'newEvent')}</h1>
      <form class="card" data-draft="event" @submit=${(e) => this.act(e, () => this.save(e.target))}>
        ${this.drafts.note('event')}
        <label>${t('event.title')}<input name="title" required maxlength="200" .value=${title ?? ''}></label>
        <label>${t('event.description')}
          <textarea name="description" maxlength="5000" .value=${description ?? ''}></textarea></label>
        <label>${t('event.location')}<input name="location" maxlength="200" .value=${place ?? ''}></label>
        <div class="two">
          <label>${t('event.start')}<small>${zoneHint()}</small>
            <input name="start_time" type="datetime-local" required .value=${toInput(start)}></label>
          <label>${t('event.end')}<small>${zoneHint()}</small>
            <input name="end_time" type="datetime-local" .value=${toInput(finish)}></label>
        </div>
        <label>${t('event.capacity')}
          <input name="capacity" type="number" min="1" max="10000000" .value=${capacity ?? ''}></label>
        <div class="row">
          <button class="main">${t('save')}</button>
          <a class="button" href=${this.eventId ? this.to('') : '#/events'} @click=${dropDraft}>${t('cancel')}</a>
        </div>
      </form>`;
  }

  /** Of two who change an event at once, the second sees what the first has made of it before anything is lost. */
  async save(form) {
    try {
      const saved = await this.send(fields(form));
      tell(t('saved'));
      this.leaveFor(`#/events/${encodeURIComponent(saved.id)}`);
    } catch (error) {
      if (error.status === 412) await this.drafts.catchUp(form);
      throw error;
    }
  }

  /** What the form doesn't show, as the venue, stays. */
  send({ title, description = null, location: place = null, capacity, start_time: start, end_time: finish }) {
    const body = {
      title,
      description,
      location: place,
      start_time: fromInput(start),
      end_time: finish ? fromInput(finish) : null,
      capacity: capacity ? Number(capacity) : null,
    };
    return this.eventId ? events.patch(this.eventId, this.event.tag, body) : events.add(body);
  }
}

customElements.define('tixgo-event-form', EventForm);
