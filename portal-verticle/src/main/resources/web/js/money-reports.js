// The columns of reports of money, and what their rows come to.
import { html } from 'lit';
import { part } from './bookings-api.js';
import { date, money, number } from './format.js';
import { t } from './i18n.js';
import { orderWords } from './orders.js';
import { why } from './why.js';

const amount = (name) => (row) => html`<span class="sum">${money(row[name], row.currency)}</span>`;
const link = ({ transaction_id: id }, words) => html`<a href="#/payments/${part(id)}">${words}</a>`;

/** `key` is the column of what a row of revenue is of; times are those of the zone. */
export const columnsOf = (kind, key, timeZone) =>
  ({
    revenue: () => [
      key,
      { head: t('report.gross'), cell: amount('gross') },
      { head: t('report.fees'), cell: amount('fees') },
      { head: t('report.refunds'), cell: amount('refunds') },
      { head: t('report.net'), cell: amount('net') },
      { head: t('report.count'), cell: (row) => number(row.count) },
    ],
    refunds: () => [
      { head: t('report.refund'), cell: (row) => link(row, row.refund_id) },
      { head: t('report.asked'), cell: (row) => date(row.created_at, timeZone) },
      { head: t('report.amount'), cell: amount('amount') },
      { head: t('status'), cell: (row) => t(`refund.${row.status}`) },
      { head: t('report.channel'), cell: (row) => t(`refund.by.${row.channel}`) },
      { head: t('room.reason'), cell: (row) => why(row.reason) },
      { head: t('report.who'), cell: (row) => row.processed_by.replace(/^system:.*/, 'TixGo') },
    ],
    transactions: () => [
      { head: t('order.number'), cell: (row) => link(row, row.order_number) },
      { head: t('order.made'), cell: (row) => date(row.created_at, timeZone) },
      { head: t('booking.by'), cell: (row) => row.username },
      { head: t('report.amount'), cell: amount('amount') },
      { head: t('payment.received'), cell: amount('paid_amount') },
      { head: t('order.refunds'), cell: amount('refunded_amount') },
      { head: t('status'), cell: (row) => orderWords(row, row.order_status) },
    ],
  })[kind]();

/** Of the last row; else the day, the event's title where it is known, the method in words, or as it stands. */
export function keyOf(by, { key, isTotal }, idToEvent) {
  if (isTotal) return t('sales.total');
  if (by === 'method') return t(`method.${key}`);
  if (by === 'service_type') return t(`service.${key}`);
  return idToEvent.get(key)?.title ?? key;
}
