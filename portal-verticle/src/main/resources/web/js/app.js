// The frame: who is logged in, where we are, and the view for it.
import { html, LitElement } from 'lit';
import { identity } from './api.js';
import { leave } from './history.js';
import { header } from './header.js';
import { speak, t } from './i18n.js';
import { forbidden, routeOf, waiting } from './routes.js';
import { join, know, onSession, session } from './session.js';
import { lookAround } from './services.js';
import { hush } from './toast.js';

const ALIKE = new Set(['landing', 'login', 'register', 'forgot', 'reset', 'door']); // For whoever is there, and goes on with whoever comes.
const OPEN = new Set([...ALIKE, 'shop', 'onSale']);
const RETRY_MS = 5000;
const PATIENCE_MS = 1500;

class App extends LitElement {
  static properties = { route: { state: true }, open: { state: true } };

  constructor() {
    super();
    this.route = routeOf(location.hash);
    this.visited = location.hash;
    this.open = false;
  }

  createRenderRoot() {
    return this;
  }

  async connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', () => this.turn());
    onSession(() => this.go());
    onSession(() => this.findServices());
    addEventListener('online', () => this.recognise());
    setInterval(() => this.recognise(), RETRY_MS);
    await join();
    await Promise.race([this.recognise(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    this.ready = true;
    this.go();
  }

  /** To another address; back to one that was left, to where one was in it. */
  async turn() {
    hush();
    this.open = false;
    const top = leave();
    this.visited = location.hash;
    this.go();
    await this.focusMain();
    scrollTo(0, 0);
    if (top) await this.scrollBack(top);
  }

  /** Once the view has what it shows; whoever has turned elsewhere by then is left alone. */
  async scrollBack(top) {
    const { view } = this.shown;
    await view.ready;
    await view.updateComplete;
    if (this.shown.view === view) scrollTo(0, top);
  }

  /** Whose token this is; asked again later when nobody can say just now. */
  async recognise() {
    if (session.token && !session.user) await identity.me().then(know, () => {});
  }

  /** Once for whoever comes: what else there is to go to. */
  async findServices() {
    if (await lookAround()) this.go();
  }

  /** The same view stays, with what was typed in it, while the address is the same. */
  go() {
    this.route = routeOf(location.hash);
    this.requestUpdate();
    this.shown?.view.requestUpdate();
  }

  /** A new view is read from its beginning; what a view focuses itself stays so. */
  async focusMain() {
    await this.updateComplete;
    const main = this.querySelector('main');
    if (!main.contains(document.activeElement)) main.focus({ preventScroll: true });
  }

  render() {
    return html`
      <a class="skip" href="#main" @click=${(e) => {
        e.preventDefault();
        this.querySelector('main').focus();
      }}>${t('skip')}</a>
      ${header(this)}
      <main id="main" tabindex="-1">${this.ready ? this.view() : html`<p role="status">${t('loading')}</p>`}</main>`;
  }

  /** Each address, and whoever is logged in there, has a view of its own: nothing of the last one is in it. */
  view() {
    const route = this.allowed();
    const address = ALIKE.has(route.name) ? route.path : `${route.name} ${this.visited} ${session.user?.username}`;
    if (this.shown?.address !== address) this.shown = { address, view: route.make() };
    return this.shown.view;
  }

  /** What may be shown there: to some people a log-in, a word that it is not for them, or that nobody knows them yet. */
  allowed() {
    if (OPEN.has(this.route.name) && !session.user) return this.route;
    if (!session.user) return session.token ? waiting : routeOf('#/login');
    return this.route.isFor(session.user.role) ? this.route : forbidden;
  }

  toggle() {
    this.open = !this.open;
  }

  speak = (code) => {
    speak(code);
    this.go();
  };

  theme = (name) => {
    localStorage.setItem('tixgo.theme', name);
    document.documentElement.dataset.theme = name;
    this.requestUpdate();
  };
}

customElements.define('tixgo-app', App);
navigator.serviceWorker?.register('/sw.js');
