// Makes a venue or changes one.
import { html } from 'lit';
import { zone } from '../format.js';
import { t } from '../i18n.js';
import { venues } from '../sales-api.js';
import { tell } from '../toast.js';
import { fields, View } from '../view.js';
import { zoneField } from '../zones.js';

class VenueForm extends View {
  async load() {
    return { venue: this.venueId ? await venues.get(this.venueId) : { time_zone: zone() } };
  }

  content() {
    const { name, address, time_zone: timeZone, capacity } = this.venue;
    const dropDraft = (e) => this.drafts.done(e.target.closest('form'));
    return html`
      <h1>${t(`title.${this.place}`)}</h1>
      <form class="card" data-draft="venue" @submit=${(e) => this.act(e, () => this.save(e.target))}>
        ${this.drafts.note('venue')}
        <label>${t('venue.name')}<input name="name" required maxlength="200" .value=${name ?? ''}></label>
        <label>${t('address')}<input name="address" maxlength="500" .value=${address ?? ''}></label>
        <div class="two">
          ${zoneField(timeZone)}
          <label>${t('event.capacity')}<small>${t('venue.inAll')}</small>
            <input name="capacity" type="number" min="1" max="2147483647" .value=${capacity ?? ''}></label>
        </div>
        <div class="row">
          <button class="main">${t('save')}</button>
          <a class="button" href=${this.venueId ? `#/venues/${this.venueId}` : '#/venues'} @click=${dropDraft}>${t('cancel')}</a>
        </div>
      </form>`;
  }

  /** Of two who change a venue at once, the second sees what the first has made of it. */
  async save(form) {
    try {
      const saved = await this.send(fields(form));
      tell(t('saved'));
      this.leaveFor(`#/venues/${saved.id}`);
    } catch (error) {
      if (error.status === 412) await this.drafts.catchUp(form);
      throw error;
    }
  }

  send({ name, address = null, time_zone: timeZone, capacity }) {
    const body = { name, address, time_zone: timeZone, capacity: capacity ? Number(capacity) : null };
    return this.venueId ? venues.patch(this.venueId, this.venue.tag, body) : venues.add(body);
  }
}

customElements.define('tixgo-venue-form', VenueForm);
