// An admin's calls to Payment: transactions, refunds, reports, the ledger against the gateways.
import { json, page, query, send } from './api.js';
import { part } from './bookings-api.js';
import { PAYMENT } from './payments-api.js';

const report = (kind, values) => `${PAYMENT}/reports/${kind}${query(values)}`;
const act = (path, body) => json('POST', `${PAYMENT}${path}`, { body });

export const books = {
  transactions: (values) => page(`${PAYMENT}/transactions${query(values)}`),
  refund: (id, body) => act(`/transactions/${part(id)}/refund`, body),
  confirm: (id, body) => act(`/payments/${id}/confirm`, body),
  payOut: (id, body) => act(`/refunds/${id}/confirm`, body),
  eventRefunds: (id, values) => page(`${PAYMENT}/refunds/events/${part(id)}${query(values)}`),
  refundEvent: (id, body) => act(`/refunds/events/${part(id)}`, body),
  resolve: (id, body) => act(`/suspense/${id}/resolve`, body),
  suspense: (values) => page(`${PAYMENT}/suspense${query(values)}`),
  reconciliation: () => json('GET', `${PAYMENT}/reports/reconciliation`),
  report: (kind, values) => json('GET', report(kind, values), { timeoutMs: 60000 }),
  reportFile: (kind, values) => send('GET', report(kind, values), { timeoutMs: 300000 }),
};
