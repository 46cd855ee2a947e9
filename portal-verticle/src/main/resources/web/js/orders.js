// Orders and what became of their money, in words.
import { html, nothing } from 'lit';
import { bookedEvents } from './booked-events.js';
import { part } from './bookings-api.js';
import { moment, money, number } from './format.js';
import { t } from './i18n.js';
import { isTopUp } from './payment-states.js';
import { stateOf } from './refunds.js';
import { why } from './why.js';

const ORDER = { DRAFT: 'warn', CONFIRMED: 'warn', PAID: 'go', COMPLETED: 'go' };
const TRANSACTION = { PENDING: 'warn', PROCESSING: 'warn', COMPLETED: 'go', FAILED: 'stop' };
const REFUND = { SUCCEEDED: 'go', FAILED: 'stop' };

/** Each with the `event` that it is for, where Event can be asked. */
export async function withEvents(orders) {
  const idOf = ({ booking_details: { event_id: id } }) => id;
  const idToEvent = await bookedEvents(orders.filter(idOf).map(({ booking_details: details }) => details));
  return orders.map((order) => ({ ...order, event: idToEvent.get(idOf(order)) }));
}

export function titleOf(order) {
  const { event, booking_details: details, order_number: orderNumber } = order;
  return event?.title ?? details.event_id ?? (isTopUp(order) ? t('service.TOPUP') : orderNumber);
}

/** A state in words: a top-up has no tickets. */
export const orderWords = (order, state) => t(isTopUp(order) && state === 'PAID' ? 'order.PAID.TOPUP' : `order.${state}`);

export const orderTag = (order) => html`<span class="tag ${ORDER[stateOf(order)] ?? ''}">${orderWords(order, stateOf(order))}</span>`;

export const transactionTag = ({ status }) => html`<span class="tag ${TRANSACTION[status] ?? ''}">${t(`transaction.${status}`)}</span>`;

/** The buyer's page of what was bought, where that is a booking. */
export const bookingOf = ({ service_type: type, service_id: id }) => (type === 'EVENT' ? `#/bookings/${part(id)}` : null);

const line = (key, value) => (value ? html`<dt>${t(key)}</dt><dd>${value}</dd>` : nothing);

export function aboutOrder({ order_number: orderNumber, username, booking_details: details, total_amount: total, ...order }) {
  const { currency, created_at: at, reason } = order;
  return html`<section class="card"><h2>${t('mine.what')}</h2>
    <ul class="plain">${details.items.map(
      (item) => html`<li class="row apart"><span>${number(item.quantity)} × ${isTopUp(order) ? t('service.TOPUP') : item.name}</span>
        <span>${money(item.quantity * item.price, currency)}</span></li>`,
    )}</ul>
    <p class="row apart"><strong>${t('shop.total')}</strong><strong>${money(total, currency)}</strong></p>
    <dl class="meta"><dt>${t('order.number')}</dt><dd><code>${orderNumber}</code></dd>
      ${line('booking.by', username)}${line('order.made', moment(at))}${line('order.why', reason && why(reason))}</dl></section>`;
}

/** The attempt that has paid, or is the newest; `more` stands below it. */
export function aboutPayment(payment, more = nothing) {
  const { amount, received_amount: received, currency, status, payment_method: method, payment_gateway: gateway } = payment;
  return html`<section class="card" id="payment"><h2>${t('order.payment')}</h2>
    <dl class="meta"><dt>${t('status')}</dt><dd><span role="status">${t(`payment.${status}`)}</span></dd>
      <dt>${t('payment.amount')}</dt><dd>${money(amount, currency)}</dd>
      ${line('payment.received', received > 0 && received !== amount && money(received, currency))}
      <dt>${t('booking.method')}</dt><dd>${t(`method.${method}`)} (${gateway})</dd>
      ${line('payment.at', payment.paid_at && moment(payment.paid_at))}
      <dt>${t('booking.reference')}</dt><dd><code>${payment.reference}</code></dd>
      ${line('payment.theirs', payment.gateway_transaction_id)}
    </dl>${more}</section>`;
}

/** What goes back and when; `more(refund)` stands below each. */
export function aboutRefunds(refunds, more = (_refund) => nothing) {
  if (!refunds.length) return nothing;
  return html`<section class="card" id="refunds"><h2>${t('order.refunds')}</h2>
    <ul class="plain stack">${refunds.map((refund) => html`<li class="stack">${aboutRefund(refund)}${more(refund)}</li>`)}</ul></section>`;
}

const aboutRefund = ({ amount, currency, status, channel, reason, note, tickets, updated_at: at }) => html`
  <p class="row apart"><strong>${money(amount, currency)}</strong>
    <span class="tag ${REFUND[status] ?? 'warn'}" role="status">${t(`refund.${status}`)}</span></p>
  <p>${t(`refund.by.${channel}`)} · ${why(reason)} <small>${moment(at)}</small></p>
  ${tickets.length ? html`<p><small>${tickets.join(', ')}</small></p>` : nothing}
  ${note && status === 'SUCCEEDED' ? html`<p><small>${note}</small></p>` : nothing}`;
