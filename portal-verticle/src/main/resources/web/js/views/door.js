// The door: which event and gate, once; then one ticket after the other.
import { html, nothing } from 'lit';
import { events } from '../api.js';
import { scanTicket } from '../checkin.js';
import { forget, keep, nonce, recall } from '../database.js';
import { forgetLists, syncList, syncPassages } from '../gatebook.js';
import { number } from '../format.js';
import { t } from '../i18n.js';
import { upload, waiting } from '../outbox.js';
import { answer } from '../answer.js';
import { session } from '../session.js';
import { signal } from '../signal.js';
import { fields, View } from '../view.js';

const SYNC_EVERY_MS = 5000;

class Door extends View {
  constructor() {
    super();
    this.pending = 0;
    this.outcome = null;
    this.conflicts = [];
    this.direction = 'in';
  }

  async load() {
    this.setup = await recall('door');
    this.pending = await waiting();
    if (!this.setup) this.choice = (await events.list({ limit: 1000 })).items.filter(isMine);
    else this.begin();
  }

  begin() {
    this.list = null;
    syncList(this.setup.eventId, (n) => { this.list = n; this.requestUpdate(); }).catch(() => {});
    this.sync();
    clearInterval(this.timer);
    this.timer = setInterval(() => this.sync(), SYNC_EVERY_MS);
    for (const happened of ['online', 'offline']) {
      addEventListener(happened, () => this.sync(), { signal: this.life.signal });
    }
    this.life.signal.addEventListener('abort', () => { clearInterval(this.timer); this.camera?.close(); });
  }

  /** Sends what waits, then hears what happened at other doors. */
  async sync() {
    if (navigator.onLine && session.token) {
      try {
        await upload((scan, result) => this.sent(scan, result));
        await syncPassages(this.setup.eventId);
        this.cut = false;
      } catch (error) {
        this.cut = error.isUnsure;
        if (!error.isUnsure) this.failure = error;
      }
    }
    this.pending = await waiting();
    this.requestUpdate();
  }

  sent(scan, result) {
    if (result.status === 'conflict') this.conflicts = [...this.conflicts, { ...scan, other: result.other }];
    if (result.status === 'refused') this.conflicts = [...this.conflicts, { ...scan, code: result.code }];
  }

  content() {
    return this.setup ? this.scanning() : this.choosing();
  }

  choosing() {
    return html`
      <h1>${t('door')}</h1>
      ${session.user ? nothing : html`<p class="note warn">${t('door.login')} <a href="#/login">${t('login')}</a></p>`}
      <form class="card" @submit=${(e) => this.act(e, () => this.choose(fields(e.target)))}>
        <label>${t('event')}<select name="eventId" required>
          ${(this.choice ?? []).map((event) => html`<option value=${event.id}>${event.title}</option>`)}</select></label>
        <label>${t('gate')}<small>${t('door.gateHint')}</small>${session.user?.gates?.length
          ? html`<select name="gate">${session.user.gates.map((gate) => html`<option>${gate}</option>`)}</select>`
          : html`<input name="gate" maxlength="64" autocapitalize="characters">`}</label>
        <label>${t('device')}<small>${t('door.deviceHint')}</small>
          <input name="deviceId" required maxlength="128" .value=${ownName()}></label>
        <button class="main">${t('door.start')}</button>
      </form>`;
  }

  async choose(setup) {
    const title = this.choice.find((event) => event.id === setup.eventId).title;
    await keep('door', { ...setup, title });
    await this.reload();
  }

  async leave() {
    this.camera?.close();
    this.camera = null;
    clearInterval(this.timer);
    await forgetLists();
    await forget('door');
    this.outcome = null;
    await this.reload();
  }

  scanning() {
    const network = !session.token ? 'login' : navigator.onLine && !this.cut ? 'online' : 'offline';
    return html`<div class="door">
      <div class="row apart">
        <h1 class="hidden">${t('door')}</h1>
        <span><strong>${this.setup.title}</strong> ${this.setup.gate ?? ''}</span>
        <span class="row"><span class="tag ${network === 'online' ? 'go' : 'warn'}" id="network">${t(`door.${network}`)}</span>
          <span class="tag pending ${this.pending ? 'warn' : 'go'}" id="pending" role="status">${t('door.pending', { n: number(this.pending) })}</span></span>
      </div>
      ${answer(this.outcome)}
      <div class="stack">
        ${this.conflicts.length ? this.notices() : nothing}
        <div class="camera" ?hidden=${!this.camera}></div>
        <form class="row" @submit=${(e) => this.typed(e)}>
          <label class="grow"><span class="hidden">${t('ticket')}</span>
            <input name="ticket" id="ticket" placeholder=${t('door.type')} autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="go" maxlength="128" autofocus></label>
          <button class="main">${t(`door.${this.direction}`)}</button>
        </form>
        <div class="row">
          <button @click=${(e) => this.act(e, () => this.toggleCamera())}>${t(this.camera ? 'door.cameraOff' : 'door.camera')}</button>
          <button @click=${() => { this.direction = this.direction === 'in' ? 'out' : 'in'; this.requestUpdate(); }}>${t(this.direction === 'in' ? 'door.switchOut' : 'door.switchIn')}</button>
          <button @click=${(e) => this.act(e, () => this.leave())}>${t('door.change')}</button>
          ${this.list === null ? nothing : html`<small>${t('door.list', { n: number(this.list) })}</small>`}
        </div>
      </div></div>`;
  }

  notices() {
    return html`<section class="note stop" role="alert" id="door-conflicts"><strong>${t('door.conflicts')}</strong>
      <ul>${this.conflicts.map((c) => html`<li>${c.ticket_id}: ${c.code ? t(`code.${c.code}`) : t('door.conflict', { gate: c.other?.gate ?? '–', staff: c.other?.checked_in_by ?? '' })}</li>`)}</ul>
      <button @click=${() => { this.conflicts = []; this.requestUpdate(); }}>${t('door.seen')}</button></section>`;
  }

  typed(event) {
    event.preventDefault();
    const input = event.target.ticket;
    this.scan(input.value);
    input.value = '';
  }

  /** What a scanner reads may hold characters that nobody sees. */
  async scan(text) {
    const ticketId = text.replace(/\p{Cc}/gu, '').trim().slice(0, 128);
    if (!ticketId) return;
    this.outcome = { busy: true, ticket_id: ticketId };
    this.requestUpdate();
    try {
      this.outcome = await scanTicket(this.setup, ticketId, this.direction);
    } catch (error) {
      this.outcome = { ticket_id: ticketId, code: error.code, error };
    }
    signal(this.outcome.code ? 'stop' : 'go');
    this.pending = await waiting();
    this.requestUpdate();
    this.querySelector('#ticket')?.focus();
  }

  async toggleCamera() {
    if (this.camera) {
      this.camera.close();
      this.camera = null;
      return;
    }
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
