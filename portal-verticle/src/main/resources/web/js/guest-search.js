// A guest without a ticket at hand: found by name, then let in as if the ticket had been scanned.
import { html, LitElement, nothing } from 'lit';
import { findGuests } from './guests.js';
import { say, t } from './i18n.js';

const PAUSE_MS = 200;
const SHORTEST = 2;
const TAGS = { revoked: 'stop', inside: 'go', outside: 'warn' };

class GuestSearch extends LitElement {
  static properties = {
    language: { attribute: false },
    eventId: { attribute: false },
    here: { attribute: false },
    pick: { attribute: false },
    found: { state: true },
    failure: { state: true },
  };

  createRenderRoot() {
    return this;
  }

  open() {
    this.found = null;
    this.failure = null;
    this.querySelector('dialog').showModal();
    this.querySelector('input').value = '';
  }

  render() {
    return html`<dialog class="search" aria-labelledby="search-title">
      <form method="dialog" class="row apart"><h2 id="search-title">${t('guests')}</h2><button>${t('close')}</button></form>
      <label>${t('guests.name')}<input type="search" autocomplete="off" autofocus @input=${(e) => this.typed(e.target.value)}></label>
      <div role="status">${this.results()}</div></dialog>`;
  }

  results() {
    if (this.failure) return html`<p class="note stop">${say(this.failure)}</p>`;
    if (!this.found) return html`<p class="hint">${t(this.here ? 'guests.hint' : 'guests.online')}</p>`;
    if (!this.found.length) return html`<p class="empty">${t('guests.none')}</p>`;
    return html`<ul class="plain guests">${this.found.map(
      (guest) => html`<li><button @click=${() => this.choose(guest)}>
      <span class="grow"><strong>${guest.holder_name ?? guest.ticket_id}</strong><small>${guest.ticket_id}${guest.ticket_type ? ` · ${guest.ticket_type}` : nothing}</small></span>
      ${this.state(guest)}</button></li>`,
    )}</ul>`;
  }

  /** Nothing is said of whom this device has not heard of. */
  state({ revoked, passage }) {
    if (!revoked && !passage && !this.here) return nothing;
    const state = revoked ? 'revoked' : !passage ? 'expected' : passage.inside ? 'inside' : 'outside';
    return html`<span class="tag ${TAGS[state] ?? ''}">${t(`guest.${state}`)}</span>`;
  }

  typed(text) {
    clearTimeout(this.timer);
    this.asked = text.trim();
    this.timer = setTimeout(() => this.search(this.asked), PAUSE_MS);
  }

  /** An answer to what is no longer asked is not shown. */
  async search(text) {
    const isAsked = () => text === this.asked;
    this.failure = null;
    if (text.length < SHORTEST) this.found = null;
    else
      await findGuests(this.eventId, text, this.here).then(
        (found) => {
          if (isAsked()) this.found = found;
        },
        (error) => {
          if (isAsked()) this.failure = error;
        },
      );
  }

  choose(guest) {
    this.querySelector('dialog').close();
    this.pick(guest.ticket_id);
  }
}

customElements.define('tixgo-guest-search', GuestSearch);
