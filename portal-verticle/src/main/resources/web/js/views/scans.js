// Every scan of an event, refused ones too; or one ticket's whole story.
import { html, nothing } from 'lit';
import { door } from '../api.js';
import { OfEvent } from '../event-view.js';
import { moment } from '../format.js';
import { t } from '../i18n.js';
import { Paged } from '../paged.js';

const CODES = ['ALREADY_CHECKED_IN', 'UNKNOWN_TICKET', 'TICKET_REVOKED', 'WRONG_GATE', 'EVENT_FULL', 'NOT_INSIDE', 'ALREADY_OUTSIDE', 'DOORS_CLOSED', 'EVENT_CANCELLED', 'UNKNOWN_EVENT'];

class Scans extends OfEvent(Paged) {
  page(values) {
    return door.scans(this.eventId, values);
  }

  content() {
    return html`
      <h1>${t('title.scans')}</h1>
      <p>${this.back()}</p>
      <form role="search" class="two" @submit=${(e) => e.preventDefault()}>
        <label>${t('ticket')}<input type="search" @change=${(e) => this.narrow('ticket_id', e.target.value)}></label>
        <label>${t('scans.outcome')}<select @change=${(e) => this.narrow('code', e.target.value)}>
          <option value="">${t('scans.all')}</option>${CODES.map((code) => html`<option value=${code}>${t(`code.${code}`)}</option>`)}</select></label>
      </form>
      ${this.items.length ? this.table() : html`<p class="empty">${t('scans.none')}</p>`}
      ${this.more()}`;
  }

  table() {
    const heads = ['time', 'ticket', 'scans.outcome', 'gate', 'staff', 'device'];
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('title.scans')}><table>
      <thead><tr>${heads.map((key) => html`<th>${t(key)}</th>`)}</tr></thead>
      <tbody>${this.items.map((s) => html`<tr><td>${moment(s.at)}</td><td>${s.ticket_id}</td>
        <td>${t(s.code ? `code.${s.code}` : `kind.${s.kind}`)}${s.synced_at ? html` <span class="tag warn">${t('offline')}</span>` : nothing}</td>
        <td>${s.gate ?? '–'}</td><td>${s.staff}</td><td>${s.device_id ?? '–'}</td></tr>`)}</tbody></table></div>`;
  }
}

customElements.define('tixgo-scans', Scans);
