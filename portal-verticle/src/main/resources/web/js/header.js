// The bar over every page: where one can go, the language, the theme, one's account.
import { html, nothing } from 'lit';
import { language, languages, t } from './i18n.js';
import { logOut } from './logout.js';
import { has } from './services.js';
import { is, session } from './session.js';

/** `more` are the beginnings of other addresses that belong there. */
const link = (to, key, ...more) =>
  html`<a href=${to} aria-current=${[to, ...more].some((place) => location.hash.startsWith(place)) ? 'page' : nothing}>${t(key)}</a>`;

/** On a phone what is seldom used is behind a button; `open`, `toggle()`, `speak(code)` and `theme(name)` are the frame's. */
export function header(frame) {
  const menu = session.user
    ? html`<button class="menu" aria-expanded=${frame.open} aria-controls="more"
    @click=${() => frame.toggle()}><span aria-hidden="true">☰</span><span class="hidden">${t('menu.more')}</span></button>`
    : nothing;
  return html`<header class="top"><nav aria-label=${t('menu')}>
    <a class="brand" href="#/"><img src="/icon.svg" alt=""><span>TixGo</span></a>
    ${daily()}
    ${menu}
    <span id="more" class="more ${frame.open || !session.user ? 'open' : ''}">${seldom()}${switches(frame)}</span>
  </nav></header>`;
}

/** Each has its place, whoever is there: a link that is pressed doesn't become another when its user is known. */
function daily() {
  const isUnknown = !session.user; // With a token: nobody can be asked whose it is.
  return [
    is('scanner') ? nothing : link('#/shop', 'shop'),
    is('user', 'committee', 'admin') ? link('#/events', 'events') : nothing,
    is('committee', 'admin', 'scanner') || (isUnknown && session.token) ? link('#/door', 'door') : nothing,
    isUnknown && !session.token ? link('#/login', 'login') : nothing,
  ];
}

function seldom() {
  return [
    is('user', 'committee', 'admin') ? link('#/tickets', 'myTickets', '#/bookings', '#/orders') : nothing,
    has('wallet') && !is('admin') ? link('#/wallet', 'wallet') : nothing,
    has('notification') && !is('admin') ? link('#/notifications', 'notifications') : nothing,
    is('committee', 'admin') ? link('#/venues', 'venues') : nothing,
    is('admin')
      ? [
          link('#/payments', 'title.payments', '#/reports', '#/reconciliation', '#/transfers'),
          link('#/users', 'users'),
          link('#/devices', 'devices'),
          link('#/audit', 'title.audit'),
        ]
      : nothing,
  ];
}

function switches({ speak, theme }) {
  const dark = document.documentElement.dataset.theme === 'dark';
  const other = language() === 'id' ? 'en' : 'id';
  const name = dark ? 'light' : 'dark';
  return html`<span class="end">
    <button lang=${other} aria-label=${languages[other]} @click=${() => speak(other)}>${other.toUpperCase()}</button>
    <button aria-label=${t(name)} @click=${() => theme(name)}>${dark ? '☀' : '☾'}</button>
    ${
      session.user
        ? html`<a class="account" href="#/account">${session.user.username}</a>
      <button @click=${() => logOut()}>${t('logout')}</button>`
        : nothing
    }</span>`;
}
