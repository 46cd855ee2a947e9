// Scanners with tokens of their own: enrolled with a QR that is shown once, revoked at once, and why one ended.
import { html, nothing } from 'lit';
import { events, identity, qr } from '../api.js';
import { groupOf } from '../event-time.js';
import { day, moment } from '../format.js';
import { t } from '../i18n.js';
import { listed } from '../listed.js';
import { table } from '../table.js';
import { tell } from '../toast.js';
import { fields, View } from '../view.js';

/** Good ones first; of the others the newest. */
const order = (a, b) => Number(a.status !== 'active') - Number(b.status !== 'active') || b.id - a.id;
const MOST = 1000;

class Devices extends View {
  constructor() {
    super();
    this.items = [];
  }

  connectedCallback() {
    super.connectedCallback();
    const { signal } = this.life;
    addEventListener(
      'beforeunload',
      (e) => {
        if (this.shown) e.preventDefault();
      },
      { signal },
    );
    signal.addEventListener('abort', () => this.forget());
  }

  async load() {
    const everyEvent = events.list({ limit: MOST }).then(
      (page) => page.items,
      () => [],
    );
    const [found, all] = await Promise.all([identity.devices({ limit: MOST }), everyEvent]);
    return { ...found, items: found.items.sort(order), events: all };
  }

  updated() {
    super.updated();
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  content() {
    const columns = [
      { head: t('device'), cell: (device) => device.name },
      { head: t('events'), cell: (device) => device.events.map((id) => this.titleOf(id)).join(', ') || t('devices.any') },
      { head: t('gates'), cell: (device) => device.gates.join(', ') || t('devices.any') },
      { head: t('status'), cell: status },
      { head: t('devices.seen'), cell: ({ last_seen_at: seen }) => (seen ? moment(seen) : t('devices.never')) },
      { head: t('actions'), cell: (device) => this.end(device), actions: true },
    ];
    return html`<h1>${t('devices')}</h1>
      ${this.form()}
      ${this.shown ? this.enrolment() : nothing}
      ${this.items.length ? table(t('devices'), columns, this.items, (device) => device.id) : html`<p class="empty">${t('devices.none')}</p>`}`;
  }

  titleOf(id) {
    return this.events.find((event) => event.id === id)?.title ?? id;
  }

  form() {
    return html`<form class="card" @submit=${(e) => this.act(e, () => this.add(e.target))}>
      <h2>${t('devices.add')}</h2>
      <div class="two">
        <label>${t('devices.name')}<input name="name" required maxlength="64"></label>
        <label>${t('devices.gates')}<small>${t('devices.comma')}</small><input name="gates"></label>
      </div>
      ${this.choice()}
      <div class="row"><button class="main">${t('devices.add')}</button></div>
    </form>`;
  }

  /** Of what is over no scanner has anything to do. */
  choice() {
    const coming = this.events.filter((event) => groupOf(event) !== 'past');
    if (!coming.length) return nothing;
    return html`<fieldset><legend>${t('devices.events')} <small>${t('devices.noneChosen')}</small></legend>
      <div class="list">${coming.map(
        (event) => html`<label class="check">
        <input type="checkbox" name="events" value=${event.id}>
        <span>${event.title} <small>${day(event.start_time)}</small></span></label>`,
      )}</div></fieldset>`;
  }

  /** Over everything else, until somebody says that it was scanned: it can't be shown again. */
  enrolment() {
    const { name, access_token: token } = this.shown;
    const copy = () => navigator.clipboard.writeText(token).then(() => tell(t('devices.copied')));
    return html`<dialog aria-labelledby="enrol" @cancel=${(e) => e.preventDefault()}><div class="stack">
      <h2 id="enrol">${t('devices.enrol', { name })}</h2>
      <p class="note warn">${t('devices.once')}</p>
      <div class="qr"><img src=${this.picture} alt=${t('devices.qr', { name })}></div>
      <div class="row">
        <button class="main" autofocus @click=${() => this.forget()}>${t('devices.done')}</button>
        <button ?hidden=${!navigator.clipboard} @click=${(e) => this.act(e, copy)}>${t('devices.copy')}</button>
      </div></div></dialog>`;
  }

  end(device) {
    const name = html`<span class="hidden"> ${device.name}</span>`;
    return device.status === 'active'
      ? html`<button class="danger quiet" @click=${(e) => this.act(e, () => this.revoke(device))}>${t('devices.revoke')}${name}</button>`
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
    tell(t('devices.wasRevoked', { name: device.name }));
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
