// What is given back: all that is left, a part, or what tickets have cost.
import { html, nothing } from 'lit';
import { money } from './format.js';
import { t } from './i18n.js';
import { priceOf } from './refunds.js';

/** For a `page` with a `transaction` and maybe its `booking`, that does `refund(form)`; `left` is the most. */
export function refundForm(page, left) {
  const { currency } = page.transaction;
  return html`<form class="card" id="refund" data-draft="refund" @submit=${(e) => page.act(e, () => page.refund(e.target))}
    @reset=${(e) => need(e.target, false)}>
    <h2>${t('booking.refund')}</h2>
    ${page.drafts.note('refund')}
    <p>${t('refund.left', { amount: money(left, currency) })}</p>
    ${tickets(page.booking)}
    <div class="two">
      <label>${t('refund.amount')} (${currency})<small>${t('refund.amountHint')}</small>
        <input name="amount" type="number" min="0" max=${left} step="any"></label>
      <label>${t('room.reason')}<input name="reason" required maxlength="200"></label>
    </div>
    <div class="row"><button class="danger">${t('booking.refund')}</button></div></form>`;
}

/** Those that still open a door; of what is chosen the price stands in the form. */
function tickets(booking) {
  const good = booking?.tickets.filter(({ status }) => status === 'valid') ?? [];
  if (!good.length) return nothing;
  return html`<fieldset @change=${(e) => fillIn(e.currentTarget, booking)}><legend>${t('booking.tickets')} <small>${t('refund.ticketsHint')}</small></legend>
    <div class="list">${good.map(
      (ticket) => html`<label class="check"><input type="checkbox" name="ticket ${ticket.ticket_id}" value=${ticket.ticket_id}>
      <span>${ticket.title} <small>${[ticket.holder_name, ticket.ticket_id, money(priceOf(booking, [ticket]), booking.currency)].filter(Boolean).join(' · ')}</small></span></label>`,
    )}</div></fieldset>`;
}

function fillIn(fieldset, booking) {
  const chosen = ticketsIn(fieldset.form);
  const { amount } = fieldset.form.elements;
  const price = priceOf(
    booking,
    booking.tickets.filter(({ ticket_id: code }) => chosen.includes(code)),
  );
  amount.value = price || '';
  need(fieldset.form, chosen.length > 0);
}

/** Of tickets the amount must be said. */
function need(form, isNeeded) {
  form.elements.amount.required = isNeeded;
}

/** The codes of those that were chosen. */
export const ticketsIn = (form) => [...form.elements].filter(isChosen).map((box) => box.value);

const isChosen = (field) => field.checked && field.name.startsWith('ticket ');
