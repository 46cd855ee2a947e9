// What views of one event share: which event it is, the ways between them, and that there is no such event.
import { html } from 'lit';
import { door, events } from './api.js';
import { t } from './i18n.js';

/**
 * Adds `eventId`, of the view's address, and `event`: undefined until Event has answered, null when it knows none.
 * An event that only Attendance knows has a page all the same.
 */
export const OfEvent = (Base) =>
  class extends Base {
    /** @type {object} */
    static properties = { event: { state: true }, isUnknown: { state: true } };

    reload() {
      this.finding = null;
      if (this.eventId)
        this.findEvent()
          .then((event) => this.meet(event))
          .catch(() => {});
      return super.reload();
    }

    /** The event as Event knows it, asked for once a load; null when it knows none, fails when it can't be asked. */
    findEvent() {
      this.finding ??= events.get(this.eventId).catch((error) => {
        if (error.status === 404) return null;
        throw error;
      });
      return this.finding;
    }

    async meet(event) {
      this.event = event;
      this.isUnknown = !event && !(await this.hasAttendance());
    }

    async hasAttendance() {
      const stats = await door.stats(this.eventId);
      return stats.seq > 0 || stats.total_registered > 0;
    }

    render() {
      return this.isUnknown ? unknown() : super.render();
    }

    titles() {
      return this.event ? [this.name(), ...super.titles()] : super.titles();
    }

    /** By its title where Event can be asked. */
    name() {
      return this.event?.title ?? this.eventId;
    }

    back() {
      return html`<a href=${this.to('')}>${this.name()}</a>`;
    }

    to(rest) {
      return `#/events/${encodeURIComponent(this.eventId)}${rest}`;
    }
  };

const unknown = () => html`<div class="empty">
  <h1>${t('event.missing')}</h1>
  <p>${t('event.missingWhy')}</p>
  <a class="button main" href="#/events">${t('events')}</a>
</div>`;
