// The frame: who is logged in, where we are, and the view for it.
import { html, LitElement, nothing } from 'lit';
import { identity } from './api.js';
import { language, languages, speak, t } from './i18n.js';
import { logOut } from './logout.js';
import { routeOf } from './routes.js';
import { is, know, onSession, session } from './session.js';
import { hush } from './toast.js';

const OPEN = new Set(['landing', 'login', 'register', 'door']);
const RETRY_MS = 5000;
const PATIENCE_MS = 1500;

class App extends LitElement {
  static properties = { route: { state: true } };

  constructor() {
    super();
    this.route = routeOf(location.hash);
  }

  createRenderRoot() {
    return this;
  }

  async connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', () => { hush(); this.go(); this.focusMain(); });
    onSession(() => this.go());
    addEventListener('online', () => this.recognise());
    setInterval(() => this.recognise(), RETRY_MS);
    await Promise.race([this.recognise(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    this.ready = true;
    this.go();
  }

  /** Whose token this is; asked again later when nobody can say just now. */
  async recognise() {
    if (session.token && !session.user) await identity.me().then(know, () => {});
  }

  /** The same view stays, with what was typed in it, while the address is the same. */
  go() {
    this.route = routeOf(location.hash);
    document.title = `${t(`title.${this.route.name}`)} · TixGo`;
    this.requestUpdate();
    this.shown?.view.requestUpdate();
  }

  /** A new view is read from its beginning; what a view focuses itself stays so. */
  async focusMain() {
    await this.updateComplete;
    const main = this.querySelector('main');
    if (!main.contains(document.activeElement)) main.focus();
  }

  render() {
    return html`
      <a class="skip" href="#main" @click=${(e) => { e.preventDefault(); this.querySelector('main').focus(); }}>${t('skip')}</a>
      <header class="top"><nav aria-label=${t('menu')}>
        <a class="brand" href="#/"><img src="/icon.svg" alt="">TixGo</a>
        ${this.links()}
        <span class="end">${this.switches()}</span>
      </nav></header>
      <main id="main" tabindex="-1">${this.ready ? this.view() : html`<p role="status">${t('loading')}</p>`}</main>`;
  }

  /** Each address, and whoever is logged in there, has a view of its own: nothing of the last one is in it. */
  view() {
    const isOpen = OPEN.has(this.route.name);
    const route = session.user || isOpen ? this.route : routeOf('#/login');
    const address = isOpen ? route.path : `${route.path} ${session.user?.username}`;
    if (this.shown?.address !== address) this.shown = { address, view: route.make() };
    return this.shown.view;
  }

  links() {
    const link = (to, key) =>
      html`<a href=${to} aria-current=${location.hash.startsWith(to) ? 'page' : nothing}>${t(key)}</a>`;
    if (!session.user) return link('#/login', 'login');
    return [
      is('user', 'committee', 'admin') ? link('#/events', 'events') : nothing,
      is('committee', 'admin', 'scanner') ? link('#/door', 'door') : nothing,
      is('admin') ? [link('#/users', 'users'), link('#/devices', 'devices')] : nothing,
    ];
  }

  switches() {
    const dark = document.documentElement.dataset.theme === 'dark';
    const other = language() === 'id' ? 'en' : 'id';
    return html`
      <button lang=${other} aria-label=${languages[other]} @click=${() => this.speak(other)}>${other.toUpperCase()}</button>
      <button aria-label=${t(dark ? 'light' : 'dark')} @click=${() => this.theme(dark ? 'light' : 'dark')}>${dark ? '☀' : '☾'}</button>
      ${session.user ? html`<a href="#/account">${session.user.username}</a><button class="wide" @click=${() => logOut()}>${t('logout')}</button>` : nothing}`;
  }

  speak(code) {
    speak(code);
    this.go();
  }

  theme(name) {
    localStorage.setItem('tixgo.theme', name);
    document.documentElement.dataset.theme = name;
    this.requestUpdate();
  }
}

customElements.define('tixgo-app', App);
navigator.serviceWorker?.register('/sw.js');
