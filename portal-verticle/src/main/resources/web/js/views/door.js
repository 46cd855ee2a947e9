// The door: which event and gate, once; then one ticket after the other.
import { html, nothing } from 'lit';
import { events } from '../api.js';
import { scanTicket } from '../checkin.js';
import { forget, keep, nonce, recall } from '../database.js';
import { Exchange } from '../exchange.js';
import { forgetLists } from '../gatebook.js';
import { number } from '../format.js';
import { t } from '../i18n.js';
import { conflictNotice, unfitNotice } from '../notices.js';
import { forgetUnfit, retryUnfit } from '../outbox.js';
import { answer } from '../answer.js';
import { onSession, session } from '../session.js';
import { signal } from '../signal.js';
import { ticketCode } from '../ticketcode.js';
import { fields, trouble, View } from '../view.js';

class Door extends View {
  constructor() {
    super();
    this.outcome = null;
    this.direction = 'in';
    this.turn = Promise.resolve();
  }

  connectedCallback() {
    super.connectedCallback();
    const { signal: life } = this.life;
    const unhear = onSession(() => this.requestUpdate());
    addEventListener('keydown', (e) => this.typing(e), { signal: life });
    life.addEventListener('abort', () => { unhear(); this.closeCamera(); this.exchange?.stop(); });
  }

  async load() {
    this.setup = await recall('door');
    if (this.life.signal.aborted) return;
    this.exchange?.stop();
    this.exchange = new Exchange(this.setup?.eventId ?? null, () => this.requestUpdate());
    await this.exchange.count();
    this.exchange.start();
    if (!this.setup) this.choice = (await events.list({ limit: 1000 })).items.filter(isMine);
  }

  async reload() {
    await super.reload();
    await this.updateComplete;
    this.focusTicket();
  }

  content() {
    return html`${this.exchange.refused ? trouble(this.exchange.refused) : nothing}${this.setup ? this.scanning() : this.choosing()}`;
  }

  choosing() {
    return html`
      <h1>${t('door')}</h1>
      ${session.user ? nothing : html`<p class="note warn">${t('door.login')} <a href="#/login">${t('login')}</a></p>`}
      ${this.choice?.length ? nothing : html`<p class="empty">${t('events.none')}</p>`}
      ${this.unfit()}
      <form class="card" @submit=${(e) => this.act(e, () => this.choose(fields(e.target)))}>
        <label>${t('event')}<select name="eventId" required>
          ${(this.choice ?? []).map((event) => html`<option value=${event.id}>${event.title}</option>`)}</select></label>
        <label>${t('gate')}<small>${t('door.gateHint')}</small>${session.user?.gates?.length
          ? html`<select name="gate">${session.user.gates.map((gate) => html`<option>${gate}</option>`)}</select>`
          : html`<input name="gate" maxlength="64" autocapitalize="characters">`}</label>
        <label>${t('device')}<small>${t('door.deviceHint')}</small>
          <input name="deviceId" required maxlength="64" .value=${this.device ||= ownName()}></label>
        <button class="main">${t('door.start')}</button>
      </form>`;
  }

  async choose(setup) {
    const title = this.choice.find((event) => event.id === setup.eventId).title;
    await keep('door', { ...setup, title });
    await this.reload();
  }

  async leave() {
    this.closeCamera();
    this.exchange.stop();
    await forgetLists();
    await forget('door');
    this.outcome = null;
    await this.reload();
  }

  scanning() {
    const { cut, pending, conflicts, list } = this.exchange;
    const network = !session.token ? 'login' : navigator.onLine && !cut ? 'online' : 'offline';
    return html`<div class="door">
      <div class="row apart">
        <h1 class="hidden">${t('door')}</h1>
        <span><strong>${this.setup.title}</strong> ${this.setup.gate ?? ''}</span>
        <span class="row"><span class="tag ${network === 'online' ? 'go' : 'warn'}" id="network">${t(`door.${network}`)}</span>
          <span class="tag pending ${pending.waits ? 'warn' : 'go'}" id="pending" role="status">${t('door.pending', { n: number(pending.waits) })}</span></span>
      </div>
      ${answer(this.outcome)}
      <div class="stack">
        ${conflictNotice(conflicts, () => { this.exchange.conflicts = []; this.requestUpdate(); })}
        ${this.unfit()}
        <div class="camera" ?hidden=${!this.camera}></div>
        <form class="row" @submit=${(e) => this.typed(e)}>
          <label class="grow"><span class="hidden">${t('ticket')}</span>
            <input name="ticket" id="ticket" placeholder=${t('door.type')} autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="go" maxlength="128"></label>
          <button class="main">${t(`door.${this.direction}`)}</button>
        </form>
        <div class="row">
          <button @click=${(e) => this.act(e, () => this.toggleCamera())}>${t(this.camera ? 'door.cameraOff' : 'door.camera')}</button>
          <button @click=${() => this.turnRound()}>${t(this.direction === 'in' ? 'door.switchOut' : 'door.switchIn')}</button>
          <button @click=${(e) => this.act(e, () => this.leave())}>${t('door.change')}</button>
          <small>${list === null ? t('door.noList') : t('door.list', { n: number(list) })}</small>
        </div>
      </div></div>`;
  }

  unfit() {
    return unfitNotice(this.exchange.pending.unfit, {
      again: (e) => this.act(e, () => retryUnfit().then(() => this.exchange.run())),
      forget: (e, n) => this.act(e, () => this.forgetUnfit(n)),
    });
  }

  async forgetUnfit(n) {
    if (!(await this.ask(t('door.unfitSure', { n }), { yes: t('door.unfitForget') }))) return;
    await forgetUnfit();
    await this.exchange.run();
  }

  turnRound() {
    this.direction = this.direction === 'in' ? 'out' : 'in';
    this.requestUpdate();
    this.focusTicket();
  }

  /** A keyboard would hide the answer on a phone whose camera scans. */
  focusTicket() {
    if (!this.camera) this.querySelector('#ticket')?.focus();
  }

  /** A USB scanner types wherever the focus is: what it types goes into the field. */
  typing(event) {
    const isText = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isText && !event.target.closest?.('input, select, textarea, dialog')) this.querySelector('#ticket')?.focus();
  }

  typed(event) {
    event.preventDefault();
    const input = event.target.ticket;
    this.scan(input.value).then(() => this.focusTicket());
    input.value = '';
  }

  /** One after the other: an answer is never overtaken. */
  scan(text) {
    const ticketId = ticketCode(text) ?? text.trim();
    if (ticketId) this.turn = this.turn.then(() => this.answerTo(ticketId));
    return this.turn;
  }

  async answerTo(ticketId) {
    this.outcome = { busy: true, ticket_id: ticketId };
    this.requestUpdate();
    this.outcome = await scanTicket(this.setup, ticketId, this.direction, this.exchange.cut)
      .catch((error) => ({ ticket_id: ticketId, code: error.code ?? 'UNKNOWN', error }));
    if (this.outcome.offline) this.exchange.cut = true;
    signal(this.outcome.code ? 'stop' : 'go');
    await this.exchange.count();
  }

  closeCamera() {
    this.camera?.close();
    this.camera = null;
  }

  async toggleCamera() {
    if (this.camera) return this.closeCamera();
    const place = this.querySelector('.camera');
    place.hidden = false;
    const { openCamera } = await import('../scanner.js');
    try {
      this.camera = await openCamera(place, (text) => this.scan(text));
    } catch {
      place.hidden = true;
      throw Object.assign(new Error(), { code: 'NO_CAMERA' });
    }
  }
}

/** A scanner has a name; a person's phone gets one. */
function ownName() {
  const { username = '', role } = session.user ?? {};
  return role === 'scanner' ? username.replace(/^device:/, '') : username && `${username}-${nonce().slice(0, 4)}`;
}

/** A device may be for some events alone. */
const isMine = (event) => !session.user?.events?.length || session.user.events.includes(event.id);

customElements.define('tixgo-door', Door);
