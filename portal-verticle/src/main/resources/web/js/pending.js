// A booking that is held: for how long, what is to pay and how, and the ways to end it.
import { html, nothing } from 'lit';
import { qr } from './api.js';
import { day, money } from './format.js';
import { t } from './i18n.js';
import { payOnline } from './pay-online.js';
import './qr-picture.js';

/** `page` has the `booking`, and pays, confirms and cancels it; `left` is as a clock shows it. */
export function pending(page, left) {
  const { expires_at: until, offer, total_price: total } = page.booking;
  return html`<section class="card" id="pending">
    <p>${t(offer ? 'mine.offered' : 'mine.held')} <strong class="clock" id="left" role="timer" aria-label=${t('mine.left')}>${left}</strong>
      <small>${t('mine.until', { time: day(until, page.event?.time_zone) })}</small></p>
    ${total ? toPay(page) : free(page)}
    <div class="row"><button class="danger quiet" @click=${(e) => page.act(e, () => page.cancel())}>${t('mine.cancel')}</button></div>
  </section>`;
}

const free = (page) => html`<p>${t('mine.free')}</p>
  <div class="row"><button class="main" @click=${(e) => page.act(e, () => page.confirm())}>${t('mine.confirm')}</button></div>`;

/** Online where that can be, or at the box office; what is paid isn't paid again. */
function toPay(page) {
  const { total_price: total, currency } = page.booking;
  return html`<h2>${t('mine.pay', { amount: money(total, currency) })}</h2>
    ${payOnline(page)}
    ${page.isOnline === false ? html`<p class="hint" role="status" id="offline">${t('pay.offline')}</p>` : nothing}
    ${page.attempt?.status === 'PAID' ? nothing : desk(page)}`;
}

/** Whoever is there finds the booking by its number. */
function desk({ booking: { id }, ways }) {
  return html`${ways.length ? html`<h3>${t('pay.desk')}</h3>` : nothing}
    <p>${t('mine.payHow')}</p>
    <tixgo-qr .fetch=${() => qr(id)} alt=${t('mine.deskQr')}></tixgo-qr>
    <p><code>${id}</code></p>`;
}
