// What every view shares: it lives in the page's own styles, loads, and says what went wrong.
import { html, LitElement, nothing } from 'lit';
import { events } from './api.js';
import { say, t } from './i18n.js';

export class View extends LitElement {
  static properties = { route: { attribute: false }, failure: { state: true }, loaded: { state: true } };

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
    this.life = new AbortController();
    this.reload();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.life.abort();
  }

  /** Fetches what the view shows; overridden by those that need something. */
  async load() {}

  name(event) {
    this.eventTitle = event.title;
    this.requestUpdate();
  }

  /** A link back to the event, by its title where Event can be asked. */
  back() {
    return html`<a href="#/events/${encodeURIComponent(this.eventId)}">${this.eventTitle ?? this.eventId}</a>`;
  }

  /** What it shows then. */
  content() {
    return nothing;
  }

  async reload() {
    this.failure = null;
    try {
      if (this.eventId) events.get(this.eventId).then((event) => this.name(event), () => {});
      await this.load();
      this.loaded = true;
    } catch (error) {
      this.failure = error;
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
}

/** A failure in the reader's words, with what each line or field has wrong. */
export function trouble(error) {
  const errors = error.problem?.errors ?? [];
  return html`<div class="note stop" role="alert">
    <strong>${say(error)}</strong>
    ${errors.length ? html`<ul>${errors.map((e) => html`<li>${e.loc}: ${e.msg}</li>`)}</ul>` : nothing}
  </div>`;
}

/** Asks before something that can't be undone; completes with what was typed, or null. */
export function ask(question, { typed = false, yes = t('yes'), danger = true } = {}) {
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
