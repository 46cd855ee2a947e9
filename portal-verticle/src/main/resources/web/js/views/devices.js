// Scanners with tokens of their own: enrolled with a QR that is shown once, revoked at once, and why one ended.
import { html, nothing } from 'lit';
import { events, identity, qr } from '../api.js';
import { moment } from '../format.js';
import { t } from '../i18n.js';
import { fields, View } from '../view.js';

/** Good ones first; of the others the newest. */
const order = (a, b) => (a.status !== 'active') - (b.status !== 'active') || b.id - a.id;
const listed = (text) => (text ?? '').split(',').map((part) => part.trim()).filter(Boolean);

class Devices extends View {
  constructor() {
    super();
    this.items = [];
  }

  async load() {
    const everyEvent = events.list({ limit: 1000 }).then((page) => page.items, () => []);
    const [found, all] = await Promise.all([identity.devices({ limit: 1000 }), everyEvent]);
    return { ...found, items: found.items.sort(order), events: all };
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.forget();
  }

  content() {
    return html`<h1>${t('devices')}</h1>
      <form class="card" @submit=${(e) => this.act(e, () => this.add(e.target))}>
        <h2>${t('devices.add')}</h2>
        <label>${t('devices.name')}<input name="name" required maxlength="64"></label>
        <div class="two">
          <label>${t('devices.events')}<small>${t('devices.noneChosen')}</small>
            <select name="events" multiple>${this.events.map((event) => html`<option value=${event.id}>${event.title}</option>`)}</select></label>
          <label>${t('devices.gates')}<small>${t('devices.comma')}</small><input name="gates"></label>
        </div>
        <div class="row"><button class="main">${t('devices.add')}</button></div>
      </form>
      ${this.shown ? this.enrolment() : nothing}
      ${this.items.length ? this.table() : html`<p class="empty">${t('devices.none')}</p>`}`;
  }

  enrolment() {
    return html`<section class="card"><h2>${t('devices.enrol', { name: this.shown.name })}</h2>
      <p class="note warn">${t('devices.once')}</p>
      <div class="qr"><img src=${this.picture} alt=${t('devices.qr', { name: this.shown.name })}></div>
      <div class="row"><button ?hidden=${!navigator.clipboard} @click=${() => navigator.clipboard.writeText(this.shown.access_token)}>${t('devices.copy')}</button>
      <button @click=${() => this.forget()}>${t('devices.done')}</button></div></section>`;
  }

  table() {
    const any = t('devices.any');
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('devices')}><table>
      <thead><tr><th>${t('device')}</th><th>${t('events')}</th><th>${t('gates')}</th><th>${t('status')}</th><th>${t('devices.seen')}</th><th><span class="hidden">${t('devices.revoke')}</span></th></tr></thead>
      <tbody>${this.items.map((d) => html`<tr><td>${d.name}</td><td>${d.events.map((id) => this.events.find((e) => e.id === id)?.title ?? id).join(', ') || any}</td><td>${d.gates.join(', ') || any}</td>
        <td>${status(d)}</td>
        <td>${d.last_seen_at ? moment(d.last_seen_at) : t('devices.never')}</td>
        <td>${this.end(d)}</td></tr>`)}</tbody></table></div>`;
  }

  end(device) {
    const name = html`<span class="hidden"> ${device.name}</span>`;
    return device.status === 'active'
      ? html`<button class="danger" @click=${(e) => this.act(e, () => this.revoke(device))}>${t('devices.revoke')}${name}</button>`
      : html`<button @click=${(e) => this.act(e, () => this.takeOff(device))}>${t('devices.remove')}${name}</button>`;
  }

  async add(form) {
    const { name, gates } = fields(form);
    const chosen = new FormData(form).getAll('events');
    const device = await identity.addDevice({ name, events: chosen, gates: listed(gates) });
    this.picture = URL.createObjectURL(await qr(`TIXGO:${device.access_token}`));
    this.shown = device;
    form.reset();
    await this.reload();
  }

  forget() {
    if (this.picture) URL.revokeObjectURL(this.picture);
    this.picture = null;
    this.shown = null;
    this.requestUpdate();
  }

  async revoke(device) {
    if (!(await this.ask(t('devices.sure', { name: device.name }), { yes: t('devices.revoke') }))) return;
    await this.takeOff(device);
  }

  async takeOff(device) {
    await identity.deleteDevice(device.id);
    await this.reload();
  }
}

/** Whether its token is good, else since when not, why, and who ended it. */
function status({ status: name, expires_at: until, ended_at: since, ended_by: by }) {
  const good = name === 'active';
  return html`<span class="tag ${good ? 'go' : 'stop'}">${t(`devices.${name}`)}</span>
    <small>${good ? t('devices.until', { time: moment(until) }) : since ? moment(since) : nothing} ${by ? t('devices.by', { name: by }) : nothing}</small>`;
}

customElements.define('tixgo-devices', Devices);
