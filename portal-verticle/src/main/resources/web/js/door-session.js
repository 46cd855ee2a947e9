// The log-in of an open door: how long it is good, and the way to a new one that keeps the queue and the set-up.
import { html, nothing } from 'lit';
import { identity } from './api.js';
import { hour } from './format.js';
import { t } from './i18n.js';
import { begin, claims, know, session } from './session.js';
import { fields, View } from './view.js';

const WARN_MS = 10 * 60000;

/**
 * `good`, `ending` soon, `over` by this device's clock while nobody can be asked; without a token `ended`, `revoked` or
 * `none`.
 */
export function sessionState(online, now = Date.now()) {
  if (!session.token) return { expired: 'ended', revoked: 'revoked' }[session.ended] ?? 'none';
  const left = endsAt() - now;
  if (left <= 0) return online ? 'good' : 'over'; // The service's clock counts.
  return left < WARN_MS ? 'ending' : 'good';
}

/** Nobody scans without a log-in where one could be made, nor with a device that was revoked. */
export const isBlocked = (online) => !session.token && (online || session.ended === 'revoked');

const endsAt = () => claims()?.exp * 1000;

/** Until the token ends, at least one. */
export const minutesLeft = () => Math.max(1, Math.round((endsAt() - Date.now()) / 60000));

class DoorSession extends View {
  static properties = {
    language: { attribute: false },
    state: { attribute: false },
    minutes: { attribute: false },
    blocked: { attribute: false },
    open: { state: true },
  };

  /** The door names the tab. */
  updated() {}

  content() {
    if (this.state === 'good') return nothing;
    return html`<section class="session ${this.blocked ? 'stop' : 'warn'}" id="door-session" role="alert">
      <h2>${t(this.state === 'revoked' && this.isScanner() ? 'session.revoked.scanner' : `session.${this.state}`, { n: this.minutes, time: endsAt() ? hour(endsAt()) : '' })}</h2>
      <p>${t(this.blocked ? `session.${this.state}.blocked` : `session.${this.state}.open`)}</p>
      ${this.way()}</section>`;
  }

  /** A scanner has no password: it gets a new token from an admin. */
  way() {
    if (this.state === 'over') return nothing;
    if (this.isScanner()) return html`<p><a class="button" href="#/login">${t('session.enrol')}</a></p>`;
    if (!this.blocked && this.state !== 'ending') return nothing;
    if (!this.blocked && !this.open)
      return html`<p><button @click=${() => {
        this.open = true;
      }}>${t('session.again')}</button></p>`;
    return this.form();
  }

  form() {
    return html`<form class="row" @submit=${(e) => this.act(e, () => this.login(fields(e.target)))}>
      <label class="grow">${t('username')}<input name="username" autocomplete="username" autocapitalize="none" required .value=${this.last?.username ?? ''}></label>
      <label class="grow">${t('password')}<input name="password" type="password" autocomplete="current-password" required></label>
      <button class="main">${t('login')}</button>
      <a href="#/login">${t('login.device')}</a></form>`;
  }

  willUpdate() {
    this.last = session.user ?? this.last;
  }

  isScanner() {
    return this.last?.role === 'scanner';
  }

  async login(credentials) {
    begin((await identity.login(credentials)).access_token);
    this.open = false;
    know(await identity.me());
  }
}

customElements.define('tixgo-door-session', DoorSession);
