// A QR code, fetched once it comes into view, large on white: a phone shows it to the door.
import { html, LitElement } from 'lit';
import { say, t } from './i18n.js';

/** `fetch` gives the picture as a Blob; `alt` says what it is of. */
class QrPicture extends LitElement {
  static properties = { alt: {}, url: { state: true }, failure: { state: true } };

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.sight = new IntersectionObserver((entries) => {
      if (entries.some((one) => one.isIntersecting)) this.show();
    });
    this.sight.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sight.disconnect();
    if (this.url) URL.revokeObjectURL(this.url);
    this.url = null;
  }

  async show() {
    this.sight.disconnect();
    this.failure = null;
    try {
      const picture = await this.fetch();
      if (this.isConnected) this.url = URL.createObjectURL(picture);
    } catch (error) {
      this.failure = error;
    }
  }

  /** Completes once it is drawn, in view or not. */
  async ready() {
    if (!this.url) await this.show();
    await this.updateComplete;
    await this.querySelector('img')?.decode();
  }

  render() {
    if (this.failure)
      return html`<p class="note stop" role="alert">${say(this.failure)} <button @click=${() => this.show()}>${t('again')}</button></p>`;
    return html`<div class="qr">${this.url ? html`<img src=${this.url} alt=${this.alt}>` : html`<span class="wait"></span>`}</div>`;
  }
}

customElements.define('tixgo-qr', QrPicture);
