// Tickets that were let in at two doors because one was offline: what happened, and what was found out.
import { html } from 'lit';
import { repeat } from 'lit-html/repeat';
import { door } from '../api.js';
import { OfEvent } from '../event-view.js';
import { moment, span } from '../format.js';
import { t } from '../i18n.js';
import { tell } from '../toast.js';
import { fields, View } from '../view.js';

class Conflicts extends OfEvent(View) {
  async load() {
    const { items, cursor } = await door.conflicts(this.eventId, { limit: 200 });
    items.sort((a, b) => (a.status === b.status ? b.id - a.id : a.status === 'open' ? -1 : 1));
    return { items, cursor };
  }

  content() {
    return html`
      <h1 tabindex="-1">${t('title.conflicts')}</h1>
      <p>${t('conflicts.what')} ${this.back()}</p>
      ${
        this.items.length
          ? repeat(
              this.items,
              ({ id }) => id,
              (conflict) => this.card(conflict),
            )
          : html`<p class="empty">${t('conflicts.none')}</p>`
      }`;
  }

  card(conflict) {
    const { ticket_id: ticket, holder_name: holder, ticket_type: type, status } = conflict;
    const isOpen = status === 'open';
    return html`<section class="card">
      <div class="row apart">
        <h2>${holder ?? `${t('ticket')} ${ticket}`}</h2>
        <span class="tag ${isOpen ? 'stop' : 'go'}">${t(`conflict.${status}`)}</span></div>
      <p><a href="${this.to('/scans')}?ticket=${encodeURIComponent(ticket)}">${t('ticket')} ${ticket}</a>
        ${type ? `· ${type}` : ''} · ${t('conflict.between', { time: span(conflict.seconds_between) })}</p>
      <div class="versus">${conflict.scans.map(scan)}</div>
      ${
        isOpen
          ? this.open(conflict)
          : html`<p class="note go">${conflict.note}
        <small>${conflict.resolved_by}, ${moment(conflict.resolved_at)}</small></p>`
      }
    </section>`;
  }

  open(conflict) {
    const resolve = (e) => this.act(e, () => this.resolve(conflict, fields(e.target).note));
    return html`<form data-draft="conflict ${conflict.id}" @submit=${resolve}>
      ${this.drafts.note(`conflict ${conflict.id}`)}
      <label>${t('conflict.note')}<input name="note" required maxlength="500"></label>
      <div class="row"><button class="main">${t('conflict.resolve')}</button></div></form>`;
  }

  /** The next one to look into comes into focus, or the heading when there is none. */
  async resolve(conflict, note) {
    await door.resolve(this.eventId, conflict.id, note);
    tell(t('conflict.done', { ticket: conflict.ticket_id }));
    await this.reload();
    await this.updateComplete;
    (this.querySelector('[name=note]') ?? this.querySelector('h1')).focus();
  }
}

const scan = (record) => html`<dl class="meta note">
  <dt>${t('gate')}</dt><dd>${record.gate ?? '–'}</dd>
  <dt>${t('device')}</dt><dd>${record.device_id ?? '–'}</dd>
  <dt>${t('staff')}</dt><dd>${record.checked_in_by}</dd>
  <dt>${t('time')}</dt><dd>${moment(record.checked_in_at)}</dd></dl>`;

customElements.define('tixgo-conflicts', Conflicts);
