// Tickets that were let in at two doors because one was offline: what happened, and what was found out.
import { html } from 'lit';
import { door } from '../api.js';
import { OfEvent } from '../event-view.js';
import { moment, span } from '../format.js';
import { t } from '../i18n.js';
import { fields, View } from '../view.js';

class Conflicts extends OfEvent(View) {
  async load() {
    const { items, cursor } = await door.conflicts(this.eventId, { limit: 200 });
    items.sort((a, b) => (a.status === b.status ? b.id - a.id : a.status === 'open' ? -1 : 1));
    return { items, cursor };
  }

  content() {
    return html`
      <h1>${t('title.conflicts')}</h1>
      <p>${t('conflicts.what')} ${this.back()}</p>
      ${this.items.length ? this.items.map((conflict) => this.card(conflict)) : html`<p class="empty">${t('conflicts.none')}</p>`}`;
  }

  card(conflict) {
    const open = conflict.status === 'open';
    return html`<section class="card">
      <div class="row apart"><h2>${t('ticket')} ${conflict.ticket_id}</h2>
        <span class="tag ${open ? 'stop' : 'go'}">${t(`conflict.${conflict.status}`)}</span></div>
      <p>${t('conflict.between', { time: span(conflict.seconds_between) })}</p>
      <div class="versus">${conflict.scans.map(scan)}</div>
      ${open ? html`<form @submit=${(e) => this.act(e, () => this.resolve(conflict, fields(e.target).note))}>
          <label>${t('conflict.note')}<input name="note" required maxlength="500"></label>
          <button class="main">${t('conflict.resolve')}</button></form>`
        : html`<p class="note go">${conflict.note} <small>${conflict.resolved_by}, ${moment(conflict.resolved_at)}</small></p>`}
    </section>`;
  }

  async resolve(conflict, note) {
    await door.resolve(this.eventId, conflict.id, note);
    await this.reload();
  }
}

const scan = (record) => html`<dl class="meta note">
  <dt>${t('gate')}</dt><dd>${record.gate ?? '–'}</dd>
  <dt>${t('device')}</dt><dd>${record.device_id ?? '–'}</dd>
  <dt>${t('staff')}</dt><dd>${record.checked_in_by}</dd>
  <dt>${t('time')}</dt><dd>${moment(record.checked_in_at)}</dd></dl>`;

customElements.define('tixgo-conflicts', Conflicts);
