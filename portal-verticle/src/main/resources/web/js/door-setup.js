// Which event, which gate, which device: asked once, and before the next event.
import { html, nothing } from 'lit';
import { agenda, likeliest } from './agenda.js';
import { door } from './api.js';
import { keep, nonce, recall } from './database.js';
import { date, day } from './format.js';
import { forgetLists } from './gatebook.js';
import { t } from './i18n.js';
import { session } from './session.js';
import { fields, View } from './view.js';

const AGAIN_MS = 5000;
const OTHER = '\u0000other'; // No gate has such a name.
const NONE = '\u0000none';
const LAST = 'last door';

class DoorSetup extends View {
  static properties = {
    language: { attribute: false },
    done: { attribute: false },
    chosen: { state: true },
    gates: { state: true },
    isFree: { state: true },
  };

  constructor() {
    super();
    this.gates = [];
  }

  connectedCallback() {
    super.connectedCallback();
    const timer = setInterval(() => this.failure && !this.loaded && this.reload(), AGAIN_MS);
    this.life.signal.addEventListener('abort', () => clearInterval(timer));
  }

  async load() {
    this.last = (await recall(LAST)) ?? {};
    this.groups = await agenda();
    await this.choose(likeliest(this.groups, this.last.eventId)?.id);
  }

  /** The gates that are known of an event: this device's, those of its tickets, those where somebody has entered. */
  async choose(eventId) {
    this.chosen = eventId;
    this.gates = session.user?.gates ?? [];
    this.isFree = false;
    if (!eventId || this.gates.length) return;
    const [tickets, stats] = await Promise.all(
      [door.tickets(eventId, { limit: 1000 }), door.stats(eventId)].map((asked) => asked.catch(() => null)),
    );
    const known = [...(tickets?.items ?? []).flatMap((ticket) => ticket.gates), ...Object.keys(stats?.per_gate ?? {})];
    if (this.chosen === eventId) this.gates = [...new Set(known)].filter(Boolean).sort();
  }

  /** The door names the tab. */
  updated() {}

  content() {
    if (!this.chosen) return html`<p class="empty">${t('events.none')}</p>`;
    return html`<form class="card" @submit=${(e) => this.act(e, () => this.save(fields(e.target)))}>
      <label>${t('event')}<select name="eventId" required @change=${(e) => this.choose(e.target.value)}>
        ${['today', 'coming', 'past'].map((key) => this.group(key))}</select>
        <small>${this.where()}</small></label>
      ${this.gate()}
      <label>${t('device')}<small>${t('door.deviceHint')}</small>
        <input name="deviceId" required maxlength="64" .value=${(this.device ||= ownName(this.last))}></label>
      <button class="main">${t('door.start')}</button>
    </form>`;
  }

  /** A phone's closed select has no room for the date. */
  where() {
    const { start_time: start, location: place } = this.event(this.chosen);
    return [day(start), place].filter(Boolean).join(' · ');
  }

  event(id) {
    return Object.values(this.groups)
      .flat()
      .find((event) => event.id === id);
  }

  group(key) {
    const list = this.groups[key];
    return list.length
      ? html`<optgroup label=${t(`agenda.${key}`)}>${list.map(
          (event) =>
            html`<option value=${event.id} ?selected=${event.id === this.chosen}>${event.title} · ${date(event.start_time)}</option>`,
        )}</optgroup>`
      : nothing;
  }

  gate() {
    const isOwn = Boolean(session.user?.gates?.length);
    if (!this.gates.length || this.isFree) {
      return html`<label>${t('gate')}<small>${t('door.gateHint')}</small><input name="gate" maxlength="64" autocapitalize="characters" .value=${this.isFree ? '' : (this.last.gate ?? '')}></label>`;
    }
    return html`<label>${t('gate')}<select name="gate" required @change=${(e) => e.target.value === OTHER && this.free()}>
      ${this.gates.length === 1 ? nothing : html`<option value="">${t('gate.choose')}</option>`}
      ${this.gates.map((gate) => html`<option ?selected=${gate === this.last.gate}>${gate}</option>`)}
      ${isOwn ? nothing : html`<option value=${NONE}>${t('gate.none')}</option><option value=${OTHER}>${t('door.gateOther')}</option>`}</select></label>`;
  }

  async free() {
    this.isFree = true;
    await this.updateComplete;
    this.querySelector('[name=gate]').focus();
  }

  /** What was set up before stays until the service has said that this one can be. */
  async save({ eventId, gate, deviceId }) {
    await door.rules(eventId);
    const { title, start_time: start } = this.event(eventId);
    const before = await recall('door');
    if (before?.eventId !== eventId) await forgetLists();
    const setup = { eventId, gate: gate === NONE ? '' : (spelled(gate, this.gates) ?? ''), deviceId };
    await keep(LAST, setup);
    await keep('door', { ...setup, title, start, direction: before?.direction ?? 'in' });
    await this.done();
  }
}

/** A gate that is known under another case is that one. */
function spelled(gate, gates) {
  const alike = gates.filter((one) => one.toLowerCase() === gate?.toLowerCase());
  return gates.includes(gate) || alike.length !== 1 ? gate : alike[0];
}

/** A scanner has a name; a person's phone gets one, and keeps it. */
function ownName({ deviceId }) {
  const { username = '', role, name } = session.user ?? {};
  if (role === 'scanner') return name;
  return deviceId ?? (username && `${username}-${nonce().slice(0, 4)}`);
}

customElements.define('tixgo-door-setup', DoorSetup);
