// What the pages of sales and of money share: where that service doesn't run, as at a machine that is only a door, one
// sentence says so.
import { html } from 'lit';
import { t } from './i18n.js';
import { session } from './session.js';

const AWAY = ['UPSTREAM_UNREACHABLE', 'UPSTREAM_TIMEOUT'];

/** Over a view that has nothing to show then. */
const orSay = (key) => (Base) =>
  class extends Base {
    render() {
      if (this.loaded || !AWAY.includes(this.failure?.code)) return super.render();
      return html`<div class="empty" role="status"><h1>${t(`title.${this.place}`)}</h1><p>${t(key)}</p>
      <button @click=${() => this.reload()}>${t('again')}</button></div>`;
    }
  };

export const Selling = orSay('shop.nothingSold');
export const OfMoney = orSay('pay.nobody');
export const OfWallet = orSay('wallet.nobody');
export const OfMails = orSay('mail.nobody');
export const OfFigures = orSay('figures.nobody');

/** To the log-in, and back to where one is. */
export const loginHere = () => `#/login?next=${encodeURIComponent(location.hash)}`;

/** Staff see everybody's; these are one's own. */
export const own = (values = {}) => ({ ...values, user_id: session.user.id });
