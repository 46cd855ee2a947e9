// One's wallet: what is in it, more money for it, money for others, and what was sent and received.
import { html, nothing } from 'lit';
import { once } from '../attempts.js';
import { moment, number } from '../format.js';
import { t } from '../i18n.js';
import { box } from '../numbers.js';
import { Paged } from '../paged.js';
import { OfWallet } from '../selling.js';
import { is, session } from '../session.js';
import { table } from '../table.js';
import { tell } from '../toast.js';
import { ToppingUp } from '../topping-up.js';
import { rupiah, transferTag } from '../transfers.js';
import { fields } from '../view.js';
import { wallet } from '../wallet-api.js';

class Wallet extends ToppingUp(OfWallet(Paged)) {
  page(values) {
    return wallet.mine(values);
  }

  /** An account opens a moment after its user is made. */
  async load() {
    const [found, balance] = await Promise.all([super.load(), wallet.balance()]).catch((error) => {
      throw error.status === 404 ? Object.assign(error, { key: 'wallet.opening' }) : error;
    });
    return { ...found, balance };
  }

  content() {
    const { balance, held } = this.balance;
    return html`
      <div class="row apart"><h1>${t('title.wallet')}</h1>${is('admin') ? html`<a class="button" href="#/transfers">${t('title.transfers')}</a>` : nothing}</div>
      <section class="numbers amounts" aria-label=${t('wallet.balance')}>
        ${box(t('wallet.balance'), html`<span id="balance">${rupiah(balance)}</span>`, 'money')}
        ${held ? box(t('wallet.held'), rupiah(held), 'money') : nothing}
        ${box(t('wallet.number'), session.user.id, 'money')}
      </section>
      ${this.toldOfTopUp()}
      <div class="columns">${this.topUpForm()}${this.sendForm()}</div>
      <section class="stack" id="history"><h2>${t('wallet.history')}</h2>
        ${
          this.items.length
            ? table(t('wallet.history'), this.columns(), this.items, ({ id }) => id)
            : html`<p class="empty">${t('wallet.none')}</p>`
        }
        ${this.more()}</section>`;
  }

  topUpForm() {
    return html`<form class="card" id="topup" @submit=${(e) => this.act(e, () => this.topUp(e.target))}>
      <h2>${t('wallet.topUp')}</h2>
      <p class="hint">${t(is('admin') ? 'wallet.topUpAdmin' : 'wallet.topUpHint')}</p>
      ${amountField()}
      <button class="main">${t('wallet.topUp')}</button></form>`;
  }

  async topUp(form) {
    const amount = Number(fields(form).amount);
    const isThere = await this.bring(amount);
    form.reset();
    if (isThere) tell(t('wallet.toppedUp', { amount: rupiah(amount) }));
  }

  sendForm() {
    return html`<form class="card" id="send" data-draft="send" @submit=${(e) => this.act(e, () => this.send(e.target))}>
      <h2>${t('wallet.send')}</h2>
      ${this.drafts.note('send')}
      <label>${t('wallet.to')}<small>${t('wallet.toHint')}</small>
        <input name="receiver_id" type="number" inputmode="numeric" min="1" max="9007199254740991" step="1" required autocomplete="off"></label>
      ${amountField()}
      <label>${t('transfer.about')}<input name="description" maxlength="500" autocomplete="off"></label>
      <button class="main">${t('wallet.send')}</button></form>`;
  }

  /** After a question; the same again, as after a lost answer, is one transfer. */
  async send(form) {
    const { receiver_id: to, amount, description } = fields(form);
    const body = { sender_id: session.user.id, receiver_id: Number(to), amount: Number(amount), ...(description && { description }) };
    const values = { amount: rupiah(body.amount), to };
    if (!(await this.ask(t('wallet.sure', values), { yes: t('wallet.sendNow'), danger: false }))) return false;
    await once('wallet send', body, (key) => wallet.send(body, key)).catch(nobodyThere);
    form.reset();
    tell(t('wallet.sent', values));
    await this.reload();
    return true;
  }

  columns() {
    const isMine = ({ sender_id: sender }) => sender === session.user.id;
    return [
      {
        head: t('transfer.who'),
        cell: (one) => t(isMine(one) ? 'transfer.to' : 'transfer.from', { n: isMine(one) ? one.receiver_id : one.sender_id }),
      },
      { head: t('transfer.amount'), cell: (one) => html`<span class="sum">${isMine(one) ? '−' : '+'}${rupiah(one.amount)}</span>` },
      { head: t('transfer.about'), cell: ({ description }) => description || '–' },
      { head: t('status'), cell: transferTag },
      { head: t('time'), cell: ({ created_at: at }) => moment(at) },
      { head: t('actions'), cell: (one) => (isMine(one) && one.status === 'pending' ? this.takeBackButton(one) : nothing), actions: true },
    ];
  }

  takeBackButton(one) {
    return html`<button class="danger quiet" @click=${(e) => this.act(e, () => this.takeBack(one))}>
      ${t('transfer.takeBack')}<span class="hidden"> ${number(one.id)}</span></button>`;
  }

  async takeBack({ id, amount, receiver_id: to }) {
    const values = { amount: rupiah(amount), to };
    if (!(await this.ask(t('transfer.sureBack', values), { yes: t('transfer.takeBack') }))) return;
    await wallet.takeBack(id).finally(() => this.reload());
    tell(t('transfer.isBack', values));
  }
}

const amountField = () => html`<label>${t('transfer.amount')}<small>${t('wallet.amountHint')}</small>
  <input name="amount" type="number" inputmode="numeric" min="1" max="9007199254740991" step="1" required autocomplete="off"></label>`;

/**
 * What was refused because of the receiver says so.
 * @returns {never}
 */
function nobodyThere(error) {
  throw error.status === 404 ? Object.assign(error, { key: 'wallet.noReceiver' }) : error;
}

customElements.define('tixgo-wallet', Wallet);
