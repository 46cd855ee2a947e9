// The ledger against what gateways say, and what somebody must look at: money in suspense, payouts by hand.
import { html, nothing } from 'lit';
import { repeat } from 'lit-html/repeat';
import { books } from '../books-api.js';
import { part } from '../bookings-api.js';
import { moment, money, number, span } from '../format.js';
import { t } from '../i18n.js';
import { moneyWays } from '../money-ways.js';
import { payOutForm } from '../pay-out.js';
import { OfMoney } from '../selling.js';
import { table } from '../table.js';
import { tell } from '../toast.js';
import { fields, View } from '../view.js';
import { why } from '../why.js';

const OUTCOMES = ['returned', 'kept', 'gone'];
const idOf = ({ id }) => id;

class Reconciliation extends OfMoney(View) {
  async load() {
    const [found, resolved] = await Promise.all([books.reconciliation(), looked()]);
    return { found, resolved };
  }

  content() {
    const { gateways, suspense, suspense_count: open, payouts, payouts_count: due, accounts } = this.found;
    return html`
      <h1>${t('title.reconciliation')}</h1>
      ${moneyWays('reconciliation')}
      <h2 id="suspense" tabindex="-1">${t('suspense')} <span class="count">${number(open)}</span></h2>
      <p class="hint">${t('suspense.what')}</p>
      ${suspense.length ? repeat(suspense, idOf, (item) => this.item(item)) : html`<p class="empty">${t('suspense.none')}</p>`}
      ${this.resolved.items.length ? this.history() : nothing}
      <h2>${t('payouts')} <span class="count">${number(due)}</span></h2>
      ${payouts.length ? repeat(payouts, idOf, (refund) => this.payout(refund)) : html`<p class="empty">${t('payouts.none')}</p>`}
      <h2>${t('gateways')}</h2>
      ${gateways.length ? table(t('gateways'), gatewayColumns(), gateways, JSON.stringify) : html`<p class="empty">${t('gateways.none')}</p>`}
      <details class="card"><summary><h2>${t('accounts')}</h2></summary><p class="hint">${t('accounts.what')}</p>
        ${table(t('accounts'), accountColumns(), accounts, JSON.stringify)}</details>`;
  }

  item(item) {
    const { reason, amount, currency, gateway, reference, created_at: at, order_id: order } = item;
    return html`<section class="card" data-suspense=${item.id}>
      <div class="row apart"><h3>${t(`suspense.${reason}`)}</h3>
        <span class="tag ${amount ? 'stop' : 'warn'}">${amount ? money(amount, currency) : t('suspense.question')}</span></div>
      <p>${t(`suspense.why.${reason}`)}</p>
      <p>${gateway} · <code>${reference}</code> · ${moment(at)}${order ? html` · <a href="#/payments/${part(order)}">${t('suspense.toOrder')}</a>` : nothing}</p>
      ${this.form(item)}</section>`;
  }

  form(item) {
    const name = `suspense ${item.id}`;
    return html`<form data-draft=${name} @submit=${(e) => this.act(e, () => this.resolve(item, fields(e.target)))}>
      ${this.drafts.note(name)}
      <div class="two"><label>${t('suspense.outcome')}<select name="outcome" required><option value="">${t('suspense.choose')}</option>
        ${OUTCOMES.map((outcome) => html`<option value=${outcome}>${t(`suspense.${outcome}`)}</option>`)}</select></label>
        <label>${t('suspense.note')}<input name="note" required maxlength="500"></label></div>
      <div class="row"><button class="main">${t('conflict.resolve')}</button></div></form>`;
  }

  /** After a question: what is posted is never changed. The next one to look into comes into focus. */
  async resolve({ id, amount, currency }, body) {
    const words = t(`suspense.${body.outcome}`);
    const sure = amount ? t('suspense.sure', { amount: money(amount, currency), words }) : t('suspense.sureQuestion', { words });
    if (!(await this.ask(sure, { yes: t('conflict.resolve') }))) return false;
    await books.resolve(id, body);
    tell(t('suspense.done'));
    await this.reload();
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.querySelector('[name=outcome]') ?? this.querySelector('#suspense')).focus();
    return true;
  }

  /** What was resolved, the newest first. */
  history() {
    const { items, total, cursor } = this.resolved;
    return html`<details class="card" id="resolved"><summary><h2>${t('suspense.resolved')} <span class="count">${number(total)}</span></h2></summary>
      ${table(t('suspense.resolved'), resolvedColumns(), items, idOf)}
      ${cursor ? html`<button @click=${(e) => this.act(e, () => this.older(cursor))}>${t('more')}</button>` : nothing}</details>`;
  }

  async older(cursor) {
    const before = this.resolved;
    const next = await looked(cursor);
    if (before === this.resolved) this.resolved = { ...next, items: [...before.items, ...next.items] };
  }

  payout(refund) {
    const { amount, currency, reason, created_at: at, transaction_id: id } = refund;
    return html`<section class="card" data-payout=${refund.id}>
      <div class="row apart"><h3><a href="#/payments/${part(id)}">${money(amount, currency)}</a></h3><small>${moment(at)}</small></div>
      <p>${why(reason)}</p>${payOutForm(this, refund)}</section>`;
  }
}

/** @param {string | null} [cursor] */
const looked = (cursor = null) => books.suspense({ status: 'resolved', limit: 50, cursor });

const resolvedColumns = () => [
  { head: t('suspense'), cell: ({ reason }) => t(`suspense.${reason}`) },
  { head: t('gateway'), cell: ({ gateway, reference }) => html`${gateway} <code>${reference}</code>` },
  { head: t('suspense.amount'), cell: ({ amount, currency }) => (amount ? money(amount, currency) : '–') },
  { head: t('suspense.outcome'), cell: ({ outcome }) => t(`suspense.${outcome}`) },
  { head: t('suspense.note'), cell: ({ note }) => note },
  { head: t('suspense.by'), cell: ({ resolved_by: by, resolved_at: at }) => html`${by} <small>${moment(at)}</small>` },
];

const gatewayColumns = () => [
  { head: t('gateway'), cell: ({ gateway, currency }) => `${gateway} ${currency}` },
  { head: t('gateway.clearing'), cell: ({ clearing, currency }) => money(clearing, currency) },
  { head: t('gateway.says'), cell: ({ gateway_says: said, currency }) => money(said, currency) },
  { head: t('gateway.difference'), cell: difference },
  { head: t('gateway.open'), cell: stillOpen },
  { head: t('gateway.since'), cell: ({ open_since: since }) => (since ? html`${howLong(since)} <small>${moment(since)}</small>` : '–') },
];

const difference = ({ difference: amount, currency }) =>
  html`<span class="tag ${amount ? 'stop' : 'go'}">${amount ? money(amount, currency) : t('gateway.agrees')}</span>`;

const stillOpen = ({ open_payments: open, unknown_payments: unknown, open_refunds: refunds }) =>
  open + refunds ? t('gateway.openOf', { open: number(open), unknown: number(unknown), refunds: number(refunds) }) : '–';

const howLong = (since) => span((Date.now() - Date.parse(since)) / 1000);

const accountColumns = () => [
  { head: t('account'), cell: ({ account }) => html`<code>${account}</code>` },
  { head: t('account.balance'), cell: ({ balance, currency }) => money(balance, currency) },
];

customElements.define('tixgo-reconciliation', Reconciliation);
