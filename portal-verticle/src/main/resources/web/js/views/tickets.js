// An event's ticket list: uploaded as a file, searched, tickets revoked and restored.
import { html, nothing } from 'lit';
import { door } from '../api.js';
import { OfEvent } from '../event-view.js';
import { number } from '../format.js';
import { t } from '../i18n.js';
import { is } from '../session.js';
import { Paged } from '../paged.js';
import { tell } from '../toast.js';
import { trouble } from '../view.js';

class Tickets extends OfEvent(Paged) {
  static properties = { uploading: { state: true }, refused: { state: true }, over: { state: true } };

  page(values) {
    return door.tickets(this.eventId, values);
  }

  content() {
    return html`
      <h1>${t('title.tickets')}</h1>
      <p>${this.back()} · ${t('tickets.total', { n: number(this.total ?? 0) })}</p>
      ${is('admin') ? this.upload() : nothing}
      <form role="search" @submit=${(e) => e.preventDefault()}>
        <label>${t('tickets.search')}<input type="search" @input=${(e) => this.narrow('q', e.target.value)}></label>
      </form>
      ${this.items.length ? this.table() : html`<p class="empty">${this.filter.q ? t('tickets.noneFound', { q: this.filter.q }) : t('tickets.none')}</p>`}
      ${this.more()}`;
  }

  upload() {
    return html`
      <section class="card">
        <h2>${t('tickets.upload')}</h2>
        <div class="drop ${this.over ? 'over' : ''}"
          @dragover=${(e) => { e.preventDefault(); this.over = true; }} @dragleave=${() => { this.over = false; }}
          @drop=${(e) => { e.preventDefault(); this.over = false; this.take(e.dataTransfer.files[0]); }}>
          <p>${t('tickets.drop')}</p>
          <label class="button">${t('tickets.choose')}<input class="hidden" type="file" accept=".csv,.json,text/csv,application/json" @change=${(e) => this.chosen(e.target)}></label>
          <small>${t('tickets.format')} <code>ticket_id,holder_name,ticket_type,gates</code></small>
        </div>
        <label class="check"><input type="checkbox" id="add-only">${t('tickets.addOnly')}</label>
        ${this.uploading ? html`<p role="status">${t('tickets.sending', { name: this.uploading })}<progress></progress></p>` : nothing}
        ${this.refused ? trouble(this.refused) : nothing}
      </section>`;
  }

  /** The same file can be chosen again after it was mended. */
  chosen(input) {
    const [file] = input.files;
    this.take(file).then(() => { input.value = ''; });
  }

  async take(file) {
    if (!file) return;
    this.refused = null;
    const add = this.querySelector('#add-only').checked;
    const type = file.name.endsWith('.json') ? 'application/json' : 'text/csv';
    try {
      if (!add && !(await this.mayReplace())) return;
      this.uploading = file.name;
      const listed = await door.setTickets(this.eventId, add ? 'POST' : 'PUT', file, type);
      await this.reload();
      tell(t('tickets.done', { n: number(listed.total) }));
    } catch (error) {
      this.refused = error;
    }
    this.uploading = null;
  }

  /** The whole list is replaced, not what the search shows of it. */
  async mayReplace() {
    const { total } = await door.tickets(this.eventId, { limit: 1 });
    return !total || this.ask(t('tickets.replace', { n: number(total) }), { yes: t('tickets.upload') });
  }

  table() {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('title.tickets')}><table>
      <thead><tr><th>${t('ticket')}</th><th>${t('ticket.holder')}</th><th>${t('ticket.type')}</th><th>${t('gates')}</th><th>${t('status')}</th></tr></thead>
      <tbody>${this.items.map((ticket) => this.row(ticket))}</tbody></table></div>`;
  }

  row(ticket) {
    return html`<tr><td>${ticket.ticket_id}</td><td>${ticket.holder_name ?? '–'}</td><td>${ticket.ticket_type ?? '–'}</td>
      <td>${ticket.gates.join(', ') || t('gate.any')}</td>
      <td class="row">${ticket.revoked ? html`<span class="tag stop">${ticket.revoked}</span>` : html`<span class="tag go">${t('ticket.good')}</span>`}
        ${is('admin') ? html`
          <button @click=${(e) => this.act(e, () => this.change(ticket))}>${t(ticket.revoked ? 'ticket.restore' : 'ticket.revoke')}<span class="hidden"> ${ticket.ticket_id}</span></button>
          <button @click=${(e) => this.act(e, () => this.undo(ticket))}>${t('ticket.undo')}<span class="hidden"> ${ticket.ticket_id}</span></button>` : nothing}</td></tr>`;
  }

  async change(ticket) {
    if (ticket.revoked) await door.restore(this.eventId, ticket.ticket_id);
    else {
      const reason = await this.ask(t('ticket.why', { ticket: ticket.ticket_id }), { typed: true, yes: t('ticket.revoke') });
      if (!reason) return;
      await door.revoke(this.eventId, ticket.ticket_id, reason);
    }
    await this.reload();
  }

  async undo(ticket) {
    const reason = await this.ask(t('ticket.whyUndo', { ticket: ticket.ticket_id }), { typed: true, yes: t('ticket.undo') });
    if (!reason) return;
    await door.undo(this.eventId, ticket.ticket_id, reason);
    tell(t('ticket.undone', { ticket: ticket.ticket_id }));
  }
}

customElements.define('tixgo-tickets', Tickets);
