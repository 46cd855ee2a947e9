// What every view shares: it lives in the page's own styles, loads, and says what went wrong.
import { html, LitElement, nothing } from 'lit';
import { say, t } from './i18n.js';

/** Made for one address, and for no other: a change of the address makes another view (app.js). */
export class View extends LitElement {
  static properties = { failure: { state: true }, loaded: { state: true } };

  #loads = 0;

  constructor() {
    super();
    this.failure = null;
    this.loaded = false;
    this.life = new AbortController();
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.reload();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.life.abort();
  }

  /** Fetches what the view shows, and completes with its members; overridden by those that need something. */
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

  render() {
    if (this.loaded) return html`${this.failure ? trouble(this.failure) : nothing}${this.content()}`;
    if (this.failure) return html`${trouble(this.failure)}<p><button @click=${() => this.reload()}>${t('again')}</button></p>`;
    return html`<p role="status" aria-busy="true">${t('loading')}</p>`;
  }

  /** Does something for a click or a form; while it lasts its button can't be pressed again. */
  async act(event, action) {
    event.preventDefault();
    const button = event.submitter ?? event.currentTarget;
    button.disabled = true;
    this.failure = null;
    try {
      await action();
    } catch (error) {
      this.failure = error;
    }
    button.disabled = false;
    if (document.activeElement === document.body) button.focus();
    this.requestUpdate();
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
    ${errors.length ? html`<ul>${errors.map((e) => html`<li>${e.loc}: ${e.msg}</li>`)}</ul>` : nothing}
  </div>`;
}

/** Asks before something that can't be undone; completes with what was typed, or null, also when the signal ends it. */
export async function ask(question, { typed = false, yes = t('yes'), danger = true, signal } = {}) {
  if (signal?.aborted) return null;
  const dialog = document.createElement('dialog');
  const form = document.createElement('form');
  form.method = 'dialog';
  const text = document.createElement('p');
  text.textContent = question;
  text.id = 'question';
  dialog.setAttribute('aria-labelledby', text.id);
  const input = document.createElement('input');
  input.required = true;
  input.maxLength = 500;
  input.setAttribute('aria-label', question);
  const go = Object.assign(document.createElement('button'), { textContent: yes, value: 'yes' });
  go.className = danger ? 'danger' : 'main';
  const stop = Object.assign(document.createElement('button'), { textContent: t('cancel'), value: '', formNoValidate: true, autofocus: !typed });
  const row = document.createElement('div');
  row.className = 'row';
  row.append(go, stop);
  form.append(text, ...(typed ? [input] : []), row);
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  signal?.addEventListener('abort', () => dialog.close(''));
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes' ? input.value || true : null);
    });
  });
}

/** The fields of a form; empty ones are left out. */
export function fields(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
}
