// Every scan of an event, refused ones too, the newest first; or one ticket's whole story.
import { html, nothing } from 'lit';
import { door } from '../api.js';
import { OfEvent } from '../event-view.js';
import { moment, zoneHint } from '../format.js';
import { t } from '../i18n.js';
import { fromInput } from '../local-time.js';
import { Paged } from '../paged.js';
import { table } from '../table.js';

const KINDS = ['check_in', 'check_out', 'refusal', 'undo', 'conflict_resolved'];
const CODES = [
  'ALREADY_CHECKED_IN',
  'UNKNOWN_TICKET',
  'TICKET_REVOKED',
  'WRONG_GATE',
  'EVENT_FULL',
  'NOT_INSIDE',
  'ALREADY_OUTSIDE',
  'DOORS_CLOSED',
  'EVENT_CANCELLED',
  'UNKNOWN_EVENT',
];
const FEW = 20;
const ROUNDS = 10;

class Scans extends OfEvent(Paged) {
  static filters = ['q', 'outcome', 'gate', 'staff', 'from', 'to', 'ticket'];

  /** A page of the service looks through some thousand scans; where few of them fit, the next are asked for at once. */
  async page({ limit, cursor }) {
    let found = await door.scans(this.eventId, { ...this.wanted(), limit, cursor });
    for (let round = 1; found.items.length < FEW && found.cursor && round < ROUNDS; round += 1) {
      const next = await door.scans(this.eventId, { ...this.wanted(), limit, cursor: found.cursor });
      found = { ...next, items: [...found.items, ...next.items] };
    }
    return found;
  }

  wanted() {
    const { q, outcome, gate, staff, from, to, ticket } = this.filter;
    const [kind, code] = KINDS.includes(outcome) ? [outcome, ''] : ['', outcome];
    return { q, kind, code, gate, staff, from: fromInput(from), to: fromInput(to), ticket_id: ticket, order: 'newest' };
  }

  async load() {
    const [found, stats] = await Promise.all([super.load(), door.stats(this.eventId)]);
    return { ...found, gates: Object.keys(stats.per_gate).filter(Boolean), people: Object.keys(stats.per_staff) };
  }

  content() {
    const { ticket } = this.filter;
    return html`
      <h1>${t('title.scans')}${ticket ? `: ${ticket}` : ''}</h1>
      <p>${this.back()}${ticket ? html` · <a href=${this.to('/scans')}>${t('scans.all')}</a>` : nothing}</p>
      ${ticket ? nothing : this.search()}
      ${
        this.items.length
          ? table(t('title.scans'), this.columns(), this.items, (scan) => scan.seq)
          : html`<p class="empty">${t(this.isNarrowed ? 'scans.noneFound' : 'scans.none')}</p>`
      }
      ${this.more()}`;
  }

  search() {
    const { q, outcome, gate, staff, from, to } = this.filter;
    const narrow = (name) => (e) => this.narrow(name, e.target.value);
    const option = (value, key) => html`<option value=${value} ?selected=${value === outcome}>${t(key)}</option>`;
    return html`<form role="search" @submit=${(e) => e.preventDefault()}>
      <div class="two">
        <label>${t('tickets.search')}<input type="search" .value=${q} @input=${narrow('q')}></label>
        <label>${t('scans.outcome')}<select @change=${narrow('outcome')}>${option('', 'scans.all')}
          ${KINDS.map((kind) => option(kind, `kind.${kind}`))}${CODES.map((code) => option(code, `code.${code}`))}</select></label>
      </div>
      <details ?open=${[gate, staff, from, to].some(Boolean)}><summary>${t('scans.more')}</summary><div class="two">
        <label>${t('gate')}<input list="gates" .value=${gate} @change=${narrow('gate')}></label>
        <label>${t('staff')}<input list="people" .value=${staff} @change=${narrow('staff')}></label>
        <label>${t('scans.from')}<small>${zoneHint()}</small>
          <input type="datetime-local" .value=${from} @change=${narrow('from')}></label>
        <label>${t('scans.to')}<small>${zoneHint()}</small>
          <input type="datetime-local" .value=${to} @change=${narrow('to')}></label>
      </div></details>
      <datalist id="gates">${this.gates.map((name) => html`<option value=${name}></option>`)}</datalist>
      <datalist id="people">${this.people.map((name) => html`<option value=${name}></option>`)}</datalist>
    </form>`;
  }

  columns() {
    return [
      { head: t('ticket'), cell: (scan) => this.story(scan.ticket_id) },
      { head: t('ticket.holder'), cell: (scan) => scan.holder_name ?? '–' },
      { head: t('scans.outcome'), cell: outcome },
      { head: t('time'), cell: (scan) => moment(scan.at) },
      { head: t('gate'), cell: (scan) => scan.gate ?? '–' },
      { head: t('staff'), cell: (scan) => scan.staff },
      { head: t('device'), cell: (scan) => scan.device_id ?? '–' },
    ];
  }

  story(id) {
    return html`<a href="${this.to('/scans')}?ticket=${encodeURIComponent(id)}">${id}</a>`;
  }
}

function outcome({ kind, code, reason, synced_at: synced }) {
  const look = kind === 'refusal' ? 'stop' : kind.startsWith('check') ? 'go' : 'warn';
  return html`<span class="tag ${look}">${t(code ? `code.${code}` : `kind.${kind}`)}</span>
    ${reason ? html`<small>${reason}</small>` : nothing}
    ${synced ? html`<span class="tag warn">${t('offline')}</span>` : nothing}`;
}

customElements.define('tixgo-scans', Scans);
