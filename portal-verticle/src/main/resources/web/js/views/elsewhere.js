// In place of a view: an address that leads nowhere, that is not for this person, or that has to wait.
import { html } from 'lit';
import { t } from '../i18n.js';
import { is } from '../session.js';
import { View } from '../view.js';

class Missing extends View {
  content() {
    return html`<div class="empty"><h1>${t('title.missing')}</h1>
      <a class="button" href="#/">${t('home')}</a></div>`;
  }
}

class Forbidden extends View {
  content() {
    const [hash, key] = is('scanner') ? ['#/door', 'door'] : ['#/events', 'events'];
    return html`<div class="empty"><h1>${t('title.forbidden')}</h1><p>${t('forbidden.why')}</p>
      <a class="button main" href=${hash}>${t(key)}</a></div>`;
  }
}

/** The frame asks again every few seconds. */
class Waiting extends View {
  content() {
    return html`<div class="empty" role="status"><h1>${t('title.waiting')}</h1><p>${t('waiting.why')}</p>
      <progress aria-label=${t('loading')}></progress></div>`;
  }
}

customElements.define('tixgo-missing', Missing);
customElements.define('tixgo-forbidden', Forbidden);
customElements.define('tixgo-waiting', Waiting);
