// What TixGo is, in one screen; and the ways in.
import { html, nothing } from 'lit';
import { param } from '../address.js';
import { identity } from '../api.js';
import { t } from '../i18n.js';
import { waiting } from '../outbox.js';
import { begin, end, is, know, session } from '../session.js';
import { fields, View } from '../view.js';

class Landing extends View {
  content() {
    return html`
      <section class="hero">
        <div class="stack">
          <h1>${t('landing.headline')}</h1>
          <p>${t('landing.what')}</p>
          <div class="row">
            ${
              session.user
                ? html`<a class="button main" href=${is('scanner') ? '#/door' : '#/events'}>${t(is('scanner') ? 'door' : 'events')}</a>`
                : html`<a class="button main" href="#/login">${t('login')}</a><a class="button" href="#/register">${t('register')}</a>`
            }
            <a class="button" href="#/shop">${t('shop')}</a>
            <a class="button" href="#/door">${t('door')}</a>
          </div>
        </div>
        <div class="stub">
          <h2>${t('landing.how')}</h2>
          <ul>${['door', 'offline', 'live', 'list'].map((key) => html`<li>${t(`landing.${key}`)}</li>`)}</ul>
        </div>
      </section>`;
  }
}

/** Where one was when a log-in was needed; the other way in leads there, too. */
const next = () => (param('next').startsWith('#/') ? param('next') : null);
const keepingNext = (hash) => (next() ? `${hash}?next=${encodeURIComponent(next())}` : hash);

/** Logs in and goes to where one was or works: to the door when it has scans that wait. */
async function enter(token) {
  if (!/^[\w.~+/-]+=*$/.test(token)) throw Object.assign(new Error(), { code: 'BAD_TOKEN' });
  begin(token);
  know(
    await identity.me().catch((error) => {
      end();
      throw error;
    }),
  );
  const { waits } = await waiting();
  if (/^#\/((login|register)(\?.*)?)?$/.test(location.hash) || !location.hash) {
    location.hash = next() ?? (is('scanner') || waits ? '#/door' : '#/events');
  }
}

class Login extends View {
  content() {
    return html`
      <section class="card">
        <h1>${t('login')}</h1>
        ${['expired', 'revoked'].includes(session.ended) ? html`<p class="note warn">${t('login.expired')}</p>` : nothing}
        ${session.ended === 'password' ? html`<p class="note go" role="status">${t('login.newPassword')}</p>` : nothing}
        <form @submit=${(e) => this.act(e, () => this.login(fields(e.target)))}>
          <label>${t('login.name')}<input name="username" autocomplete="username" autocapitalize="none" required autofocus></label>
          <label>${t('password')}<input name="password" type="password" autocomplete="current-password" required></label>
          <button class="main">${t('login')}</button>
        </form>
        <p><a href="#/forgot">${t('login.forgot')}</a></p>
        <p>${t('login.new')} <a href=${keepingNext('#/register')}>${t('register')}</a></p>
        <details>
          <summary>${t('login.device')}</summary>
          <form @submit=${(e) => this.act(e, () => enter(fields(e.target).token.trim()))}>
            <label>${t('login.deviceToken')}<input name="token" type="password" autocomplete="off" required></label>
            <button>${t('login.enrol')}</button>
          </form>
          <button @click=${(e) => this.act(e, () => this.enrol())}>${t('login.scan')}</button>
          <div class="camera" id="enrol" hidden></div>
        </details>
      </section>`;
  }

  async login(credentials) {
    await enter((await identity.login(credentials)).access_token);
  }

  /** A device's QR holds its token: it never is in an address. */
  async enrol() {
    const { openCamera } = await import('/js/scanner.js');
    const place = this.querySelector('#enrol');
    place.hidden = false;
    const camera = await openCamera(place, (text, opened) => {
      opened.close();
      place.hidden = true;
      enter(text.replace(/^TIXGO:/, '')).catch((error) => {
        this.failure = error;
      });
    });
    this.life.signal.addEventListener('abort', () => camera.close());
  }
}

class Register extends View {
  content() {
    return html`
      <section class="card">
        <h1>${t('register')}</h1>
        <form @submit=${(e) => this.act(e, () => this.register(fields(e.target)))}>
          <label>${t('username')}<small>${t('register.username')}</small>
            <input name="username" autocomplete="username" autocapitalize="none" required minlength="3" maxlength="254" pattern="(?!\\d+$)[A-Za-z0-9._@\\-]{3,50}|[^@\\s]+@[^@\\s]+"></label>
          <label>${t('password')}<small>${t('register.password')}</small>
            <input name="password" type="password" autocomplete="new-password" required minlength="6" maxlength="72"></label>
          <label>${t('fullName')}<input name="full_name" autocomplete="name" maxlength="200"></label>
          <label>${t('email')}<input name="email" type="email" autocomplete="email" maxlength="254"></label>
          <button class="main">${t('register')}</button>
        </form>
        <p>${t('register.have')} <a href=${keepingNext('#/login')}>${t('login')}</a></p>
      </section>`;
  }

  async register(account) {
    await identity.register(account);
    await enter((await identity.login(account)).access_token);
  }
}

customElements.define('tixgo-landing', Landing);
customElements.define('tixgo-login', Login);
customElements.define('tixgo-register', Register);
