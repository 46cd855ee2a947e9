// A booking that is held: for how long, what is to pay and where, and the ways to end it.
import { html } from 'lit';
import { qr } from './api.js';
import { day, money } from './format.js';
import { t } from './i18n.js';
import './qr-picture.js';

/** `page` has the `booking`, and confirms and cancels it; `left` is as a clock shows it. */
export function pending(page, left) {
  const { expires_at: until, offer, total_price: total } = page.booking;
  return html`<section class="card" id="pending">
    <p>${t(offer ? 'mine.offered' : 'mine.held')} <strong class="clock" id="left" role="timer" aria-label=${t('mine.left')}>${left}</strong>
      <small>${t('mine.until', { time: day(until, page.event?.time_zone) })}</small></p>
    ${total ? desk(page.booking) : free(page)}
    <div class="row"><button class="danger quiet" @click=${(e) => page.act(e, () => page.cancel())}>${t('mine.cancel')}</button></div>
  </section>`;
}

const free = (page) => html`<p>${t('mine.free')}</p>
  <div class="row"><button class="main" @click=${(e) => page.act(e, () => page.confirm())}>${t('mine.confirm')}</button></div>`;

/** Whoever is at the box office finds the booking by its number. */
function desk({ id, total_price: total, currency }) {
  return html`<h2>${t('mine.pay', { amount: money(total, currency) })}</h2>
    <p>${t('mine.payHow')}</p>
    <tixgo-qr .fetch=${() => qr(id)} alt=${t('mine.deskQr')}></tixgo-qr>
    <p><code>${id}</code></p>`;
}
