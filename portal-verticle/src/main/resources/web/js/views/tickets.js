// An event's ticket list: who has come and who has not; searched, revoked, restored, downloaded, uploaded as a file.
import { html, nothing } from 'lit';
import { door } from '../api.js';
import { save } from '../downloads.js';
import { OfEvent } from '../event-view.js';
import { moment, number } from '../format.js';
import { t } from '../i18n.js';
import { is } from '../session.js';
import { Paged } from '../paged.js';
import { table } from '../table.js';
import { tell } from '../toast.js';
import { trouble } from '../view.js';

const TYPES = {
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const STATES = ['any', 'in', 'out', 'not_yet', 'revoked'];

class Tickets extends OfEvent(Paged) {
  static filters = ['q', 'state'];

  static properties = { uploading: { state: true }, refused: { state: true }, over: { state: true } };

  page(values) {
    return door.tickets(this.eventId, { ...values, state: this.filter.state || 'any' });
  }

  async load() {
    const [found, numbers] = await Promise.all([super.load(), door.ticketNumbers(this.eventId, { q: this.filter.q })]);
    return { ...found, numbers };
  }

  content() {
    return html`
      <h1>${t('title.tickets')}</h1>
      <p>${this.back()}</p>
      ${is('admin') ? this.upload() : nothing}
      <form role="search" @submit=${(e) => e.preventDefault()}>
        <label>${t('tickets.search')}
          <input type="search" .value=${this.filter.q} @input=${(e) => this.narrow('q', e.target.value)}></label>
      </form>
      <div class="row apart">${this.states()}${this.exports()}</div>
      ${this.items.length ? table(t('title.tickets'), this.columns(), this.items, (ticket) => ticket.ticket_id) : html`<p class="empty">${this.why()}</p>`}
      ${this.more()}`;
  }

  states() {
    const chosen = this.filter.state || 'any';
    return html`<div class="choices" role="group" aria-label=${t('tickets.states')}>${STATES.map(
      (state) => html`
      <button aria-pressed=${state === chosen} @click=${() => this.narrow('state', state === 'any' ? '' : state)}>
        ${t(`tickets.${state}`)} <span class="count">${number(this.numbers[state === 'any' ? 'total' : state])}</span>
      </button>`,
    )}</div>`;
  }

  /** What is shown, all pages of it: with the right filter, who did not come. */
  exports() {
    if (!this.items.length) return nothing;
    return html`<div class="row"><span>${t('tickets.export')}</span>${['csv', 'xlsx'].map(
      (format) => html`
      <button @click=${(e) => this.act(e, () => this.export(format))}>${format.toUpperCase()}</button>`,
    )}</div>`;
  }

  async export(format) {
    const { q, state } = this.filter;
    const response = await door.export(this.eventId, '/tickets', format, { q, state });
    await save(response, this.name(), t(state ? `tickets.${state}` : 'title.tickets'), format);
  }

  why() {
    if (this.filter.q) return t('tickets.noneFound', { q: this.filter.q });
    return t(this.filter.state ? 'tickets.noneHere' : 'tickets.none');
  }

  columns() {
    return [
      { head: t('ticket'), cell: (ticket) => this.story(ticket.ticket_id) },
      { head: t('ticket.holder'), cell: (ticket) => ticket.holder_name ?? '–' },
      { head: t('ticket.type'), cell: (ticket) => ticket.ticket_type ?? '–' },
      { head: t('gates'), cell: (ticket) => ticket.gates.join(', ') || t('gate.any') },
      { head: t('status'), cell: state },
      ...(is('admin') ? [{ head: t('actions'), cell: (ticket) => this.actions(ticket), actions: true }] : []),
    ];
  }

  story(id) {
    return html`<a href="${this.to('/scans')}?ticket=${encodeURIComponent(id)}">${id}</a>`;
  }

  /** Only a ticket that has entered has something to undo. */
  actions(ticket) {
    const { ticket_id: id, revoked, state: where } = ticket;
    return html`<span class="row">
      <button @click=${(e) => this.act(e, () => this.change(ticket))}>
        ${t(revoked ? 'ticket.restore' : 'ticket.revoke')}<span class="hidden"> ${id}</span></button>
      ${
        where === 'not_yet'
          ? nothing
          : html`<button @click=${(e) => this.act(e, () => this.undo(id))}>
        ${t('ticket.undo')}<span class="hidden"> ${id}</span></button>`
      }</span>`;
  }

  async change({ ticket_id: id, revoked }) {
    if (revoked) {
      await door.restore(this.eventId, id);
      tell(t('ticket.restored', { ticket: id }));
    } else {
      const reason = await this.ask(t('ticket.why', { ticket: id }), { typed: true, yes: t('ticket.revoke') });
      if (!reason) return;
      await door.revoke(this.eventId, id, reason);
      tell(t('ticket.revoked', { ticket: id }));
    }
    await this.reload();
  }

  async undo(id) {
    const reason = await this.ask(t('ticket.whyUndo', { ticket: id }), { typed: true, yes: t('ticket.undo') });
    if (!reason) return;
    await door.undo(this.eventId, id, reason);
    tell(t('ticket.undone', { ticket: id }));
    await this.reload();
  }

  /** Out of the way once there is a list. */
  upload() {
    const busy = this.uploading || this.refused;
    return html`
      <details class="card" ?open=${busy || !this.numbers.total}>
        <summary><h2>${t('tickets.upload')}</h2></summary>
        <div class="stack">${this.drop()}
          <label class="check"><input type="checkbox" id="add-only">${t('tickets.addOnly')}</label>
          ${this.uploading ? html`<p role="status">${t('tickets.sending', { name: this.uploading })}<progress></progress></p>` : nothing}
          ${this.refused ? trouble(this.refused) : nothing}</div>
      </details>`;
  }

  drop() {
    const hover = (e) => {
      e.preventDefault();
      this.over = true;
    };
    const dropped = (e) => {
      e.preventDefault();
      this.over = false;
      this.take(e.dataTransfer.files[0]);
    };
    return html`<div class="drop ${this.over ? 'over' : ''}" @dragover=${hover} @drop=${dropped}
        @dragleave=${() => {
          this.over = false;
        }}>
      <p>${t('tickets.drop')}</p>
      <label class="button">${t('tickets.choose')}<input class="hidden" type="file"
        accept=".csv,.json,.xlsx,text/csv,application/json" @change=${(e) => this.chosen(e.target)}></label>
      <small>${t('tickets.format')} <code>ticket_id,holder_name,ticket_type,gates</code></small>
    </div>`;
  }

  /** The same file can be chosen again after it was mended. */
  chosen(input) {
    const [file] = input.files;
    this.take(file).then(() => {
      input.value = '';
    });
  }

  async take(file) {
    if (!file) return;
    this.refused = null;
    const add = this.querySelector('#add-only').checked;
    const type = TYPES[file.name.split('.').pop().toLowerCase()] ?? 'text/csv';
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
    const { total } = await door.ticketNumbers(this.eventId);
    return !total || this.ask(t('tickets.replace', { n: number(total) }), { yes: t('tickets.upload') });
  }
}

const KIND = { in: 'go', out: 'warn', not_yet: '' };

/** Where its holder is, with which entry; and that it no longer counts, with the reason. */
function state({ state: where, revoked, checked_in_at: at, checked_in_gate: gate }) {
  return html`<span class="tag ${KIND[where]}">${t(`tickets.${where}`)}</span>
    ${at ? html`<small>${moment(at)}${gate ? `, ${t('gate')} ${gate}` : ''}</small>` : nothing}
    ${revoked ? html`<span class="tag stop">${t('tickets.revoked')}</span> <small>${revoked}</small>` : nothing}`;
}

customElements.define('tixgo-tickets', Tickets);
