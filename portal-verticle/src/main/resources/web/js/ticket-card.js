// One ticket of a booking: its QR code for the door, whose it is, and giving it another name or to somebody else.
import { html, nothing } from 'lit';
import { t } from './i18n.js';
import { mine } from './shop-api.js';
import './qr-picture.js';

/** `page` renames and transfers; without it the ticket is only shown. */
export function ticketCard(ticket, page = null) {
  const { ticket_id: code, title, holder_name: name, status } = ticket;
  const isGood = status === 'valid';
  return html`<article class="card ticket" data-ticket=${code}>
    <div class="row apart"><h2>${title}</h2>${isGood ? nothing : html`<span class="tag stop">${t('mine.revoked')}</span>`}</div>
    ${isGood ? html`<tixgo-qr .fetch=${() => mine.ticketQr(code)} alt=${t('mine.qr', { code })}></tixgo-qr>` : nothing}
    ${name ? html`<p>${name}</p>` : nothing}
    <p><code>${code}</code></p>
    ${page ? nothing : html`<a href="#/bookings/${encodeURIComponent(ticket.booking_id)}">${t('mine.toBooking')}</a>`}
    ${isGood && page ? [rename(ticket, page), transfer(ticket, page)] : nothing}
  </article>`;
}

function rename(ticket, page) {
  return html`<details><summary>${t('mine.rename')}<span class="hidden"> ${ticket.ticket_id}</span></summary>
    <form @submit=${(e) => page.act(e, () => page.rename(ticket, e.target))}>
      ${holder(ticket.holder_name, ticket.holder_email, false)}
      <button>${t('save')}</button></form></details>`;
}

/** Nobody is it given to without a name. */
function transfer(ticket, page) {
  return html`<details><summary>${t('mine.transfer')}<span class="hidden"> ${ticket.ticket_id}</span></summary>
    <form @submit=${(e) => page.act(e, () => page.transfer(ticket, e.target))}>
      <p class="hint">${t('mine.transferHint')}</p>
      ${holder('', '', true)}
      <button class="danger">${t('mine.transfer')}</button></form></details>`;
}

const holder = (name, email, isNeeded) => html`
  <label>${t('fullName')}<input name="holder_name" maxlength="200" autocomplete="off" ?required=${isNeeded} .value=${name ?? ''}></label>
  <label>${t('email')}<input name="holder_email" type="email" maxlength="254" autocomplete="off" .value=${email ?? ''}></label>`;
