// The ways between the pages of money, and their period.
import { html, nothing } from 'lit';
import { t } from './i18n.js';
import { has } from './services.js';

const PAGES = { payments: '#/payments', reports: '#/reports', reconciliation: '#/reconciliation' };
const pages = () => ({ ...PAGES, ...(has('wallet') && { transfers: '#/transfers' }) });

export const moneyWays = (place) =>
  html`<nav class="row" aria-label=${t('money.ways')}>${Object.entries(pages()).map(
    ([name, to]) => html`<a class="button" href=${to} aria-current=${name === place ? 'page' : nothing}>${t(`title.${name}`)}</a>`,
  )}</nav>`;

/** Two days, the last one included; `narrow(name, value)` hears of another. */
export const periodFields = ({ from, to }, narrow) => [
  html`<label>${t('money.from')}<input type="date" .value=${from} max=${to || nothing} @change=${(e) => narrow('from', e.target.value)}></label>`,
  html`<label>${t('money.to')}<input type="date" .value=${to} min=${from || nothing} @change=${(e) => narrow('to', e.target.value)}></label>`,
];
