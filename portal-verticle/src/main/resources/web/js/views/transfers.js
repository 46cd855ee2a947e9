// All users' transfers, for admins, who decide about those that are pending.
import { html, nothing } from 'lit';
import { moment } from '../format.js';
import { t } from '../i18n.js';
import { moneyWays } from '../money-ways.js';
import { Paged } from '../paged.js';
import { OfWallet } from '../selling.js';
import { table } from '../table.js';
import { tell } from '../toast.js';
import { rupiah, transferTag } from '../transfers.js';
import { wallet } from '../wallet-api.js';

class Transfers extends OfWallet(Paged) {
  page(values) {
    return wallet.all(values);
  }

  content() {
    return html`
      <h1>${t('title.transfers')}</h1>
      ${moneyWays('transfers')}
      ${
        this.items.length
          ? table(t('title.transfers'), this.columns(), this.items, ({ id }) => id)
          : html`<p class="empty">${t('transfers.none')}</p>`
      }
      ${this.more()}`;
  }

  columns() {
    return [
      { head: t('transfer.number'), cell: ({ id }) => id },
      { head: t('transfer.way'), cell: ({ sender_id: from, receiver_id: to }) => t('transfer.fromTo', { from, to }) },
      { head: t('transfer.amount'), cell: ({ amount }) => html`<span class="sum">${rupiah(amount)}</span>` },
      { head: t('transfer.about'), cell: ({ description }) => description || '–' },
      { head: t('status'), cell: transferTag },
      { head: t('time'), cell: ({ created_at: at }) => moment(at) },
      { head: t('actions'), cell: (one) => (one.status === 'pending' ? this.choices(one) : nothing), actions: true },
    ];
  }

  choices(one) {
    const button = (status, kind) => html`<button class=${kind} @click=${(e) => this.act(e, () => this.decide(one, status))}>
      ${t(`transfer.do.${status}`)}<span class="hidden"> ${one.id}</span></button>`;
    return html`<span class="row">${button('completed', 'main')}${button('failed', 'danger quiet')}</span>`;
  }

  async decide({ id, amount, sender_id: from, receiver_id: to }, status) {
    const values = { amount: rupiah(amount), from, to };
    const sure = { yes: t(`transfer.do.${status}`), danger: status === 'failed' };
    if (!(await this.ask(t(`transfer.sure.${status}`, values), sure))) return;
    await wallet.decide(id, status).finally(() => this.reload());
    tell(t(`transfer.is.${status}`, values));
  }
}

customElements.define('tixgo-transfers', Transfers);
