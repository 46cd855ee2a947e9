// What every view shares: it lives in the page's own styles, loads, and says what went wrong.
import { html, LitElement, nothing } from 'lit';
import { ask } from './dialog.js';
import { DraftForms } from './draft-forms.js';
import { blameAll, forgive, refuse } from './forms.js';
import { placeOf, say, t, wrong } from './i18n.js';
import { session } from './session.js';
import { complain, hush } from './toast.js';

/** Made for one address, and for no other: a change of the address makes another view (app.js). */
export class View extends LitElement {
  /** @type {object} */
  static properties = { failure: { state: true }, loaded: { state: true } };

  #loads = 0;

  constructor() {
    super();
    this.failure = null;
    this.loaded = false;
    this.life = new AbortController();
    this.drafts = new DraftForms(this);
  }

  createRenderRoot() {
    this.addEventListener('invalid', refuse, true);
    this.addEventListener('input', (event) => {
      const field = /** @type {HTMLInputElement} */ (event.target);
      forgive(field);
      this.drafts.keep(field.form);
    });
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.ready = this.reload();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.life.abort();
  }

  /**
   * Fetches what the view shows, and completes with its members; overridden by those that need something.
   * @returns {Promise<object | void>}
   */
  async load() {
    return {};
  }

  /** What it shows then. */
  content() {
    return nothing;
  }

  /** Of several loads the last counts: an answer to an earlier one is not shown. */
  async reload() {
    this.#loads += 1;
    const nth = this.#loads;
    const isLast = () => nth === this.#loads;
    this.failure = null;
    try {
      const found = await this.load();
      if (isLast()) Object.assign(this, found, { loaded: true });
    } catch (error) {
      if (isLast()) this.failure = error;
    }
    this.requestUpdate();
  }

  /** What a tab is called. */
  titles() {
    return [t(`title.${this.place}`)];
  }

  updated() {
    if (this.isConnected) document.title = [...this.titles(), 'TixGo'].join(' · ');
  }

  render() {
    if (this.loaded) return html`${this.failure ? trouble(this.failure) : nothing}${this.content()}`;
    if (this.failure) return html`${trouble(this.failure)}<p><button @click=${() => this.reload()}>${t('again')}</button></p>`;
    return html`<p role="status" aria-busy="true">${t('loading')}</p>`;
  }

  /**
   * Does something for a click or a form; while it lasts its button can't be pressed again. What was typed is done with,
   * unless the action gives false.
   */
  async act(event, action) {
    event.preventDefault();
    hush();
    const form = event.type === 'submit' ? event.target : null;
    const button = event.submitter ?? event.currentTarget;
    const { token } = session;
    button.disabled = true;
    try {
      const isDone = (await action()) !== false;
      if (form && isDone) this.drafts.done(form);
    } catch (error) {
      if (!token || session.token) this.fail(error, form); // The log-in page says that a session has ended.
    }
    button.disabled = false;
    this.requestUpdate();
    await this.updateComplete;
    if (document.activeElement === document.body) (button.isConnected ? button : document.querySelector('main')).focus();
  }

  /** Says it at the fields it is about, and the rest over the page. */
  fail(error, form) {
    const errors = error.problem?.errors ?? [];
    const rest = form ? blameAll(form, errors) : errors;
    if (!errors.length || rest.length) complain(error, rest);
  }

  /** Asks, for as long as this view is shown. */
  ask(question, options = {}) {
    return ask(question, { ...options, signal: this.life.signal });
  }

  /** Goes to another address, unless somebody has gone elsewhere meanwhile. */
  leaveFor(hash) {
    if (!this.life.signal.aborted) location.hash = hash;
  }
}

/** A failure in the reader's words, with what each line or field has wrong. */
export function trouble(error) {
  const errors = error.problem?.errors ?? [];
  return html`<div class="note stop" role="alert">
    <strong>${say(error)}</strong>
    ${errors.length ? html`<ul>${errors.map((e) => html`<li>${placeOf(e.loc)}: ${wrong(e)}</li>`)}</ul>` : nothing}
  </div>`;
}

/**
 * The fields of a form; empty ones are left out.
 * @returns {any}
 */
export function fields(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
}
