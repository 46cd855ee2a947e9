// How something is paid online, and what has become of the money.
import { html, nothing } from 'lit';
import { repeat } from 'lit-html/repeat';
import { qr } from './api.js';
import { t } from './i18n.js';
import { attemptState, isOpen } from './payment-states.js';
import './qr-picture.js';

const GOOD = ['PAID', 'COMPLETED'];

/** For the `page` of a held booking that pays (paying.js). */
export function payOnline(page) {
  const { attempt, isOnline, ways } = page;
  if (!isOnline || !ways.length) return nothing;
  if (attempt?.status === 'PAID') return outcome(attempt, 'pay');
  if (!isOpen(attempt)) return html`${attempt ? outcome(attempt, 'pay') : nothing}${choice(page)}`;
  return html`${outcome(attempt, 'pay')}<details><summary>${t('pay.other')}</summary>${choice(page)}</details>`;
}

/** What has become of an attempt, and what is to be done; `words` is what the keys of its words begin with. */
export function outcome(attempt, words, state = attemptState(attempt)) {
  const text = t(`${words}.${state}`);
  if (isOpen(attempt)) return html`<div class="note warn stack" id="waiting"><p role="status">${text}</p>${toDo(attempt)}</div>`;
  return GOOD.includes(state) ? html`<p class="note go" role="status">${text}</p>` : html`<p class="note stop" role="alert">${text}</p>`;
}

/** At the gateway's page, by an account, by a code, or as people say who take the money themselves. */
function toDo({ redirect_url: url, va_numbers: accounts, qr_string: code, payment_gateway: gateway, reference }) {
  return html`${url ? html`<p><a class="button" href=${url}>${t('pay.toPage')}</a></p>` : nothing}
    ${accounts.length ? html`<dl class="meta">${accounts.map(account)}</dl>` : nothing}
    ${code ? html`<tixgo-qr .fetch=${() => qr(code)} alt=${t('pay.qr')}></tixgo-qr>` : nothing}
    ${gateway === 'manual' ? html`<p>${t('pay.manual', { reference })}</p>` : nothing}`;
}

const account = ({ bank, va_number: to }) => html`<dt>${t('pay.account', { bank: bank.toUpperCase() })}</dt><dd><code>${to}</code></dd>`;

const choice = (page) => html`<form id="pay" @submit=${(e) => page.act(e, () => page.pay(e.target))}>
  <fieldset class="ways"><legend>${t('pay.how')}</legend>${repeat(page.ways, (way) => way, way)}</fieldset>
  <button class="main">${t('pay.now')}</button></form>`;

const way = (method, i) => html`<label class="check">
  <input type="radio" name="payment_method" value=${method} required ?checked=${i === 0}>
  <span>${t(`mine.method.${method}`)} <small>${t(`pay.hint.${method}`)}</small></span></label>`;
