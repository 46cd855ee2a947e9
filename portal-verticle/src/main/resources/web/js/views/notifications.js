// What TixGo has mailed: one's own, and for admins everybody's.
import { html, nothing } from 'lit';
import { moment } from '../format.js';
import { t } from '../i18n.js';
import { mails } from '../mail-api.js';
import { Paged } from '../paged.js';
import { mailTag, sendButton } from '../resending.js';
import { OfMails } from '../selling.js';
import { is, session } from '../session.js';
import { table } from '../table.js';

const STATES = ['pending', 'sent', 'failed'];

class Notifications extends OfMails(Paged) {
  static filters = ['status', 'whose'];

  /** An admin sees everybody's, unless he wants his own. */
  page({ whose, ...values }) {
    return mails.list({ ...values, user_id: is('admin') && whose === 'mine' ? session.user.id : null });
  }

  content() {
    return html`
      <h1>${t('title.notifications')}</h1>
      <p class="hint">${t('mail.hint')} <a href="#/account">${t('mail.language')}</a></p>
      ${is('admin') ? this.choice() : nothing}
      ${
        this.items.length
          ? table(t('title.notifications'), this.columns(), this.items, ({ id }) => id)
          : html`<p class="empty">${t(this.isNarrowed ? 'mail.noneFound' : 'mail.none')}</p>`
      }
      ${this.more()}`;
  }

  choice() {
    const { status, whose } = this.filter;
    const option = (value, words, chosen) => html`<option value=${value} .selected=${value === chosen}>${words}</option>`;
    return html`<form role="search" @submit=${(e) => e.preventDefault()}><div class="two">
      <label>${t('mail.whose')}<select @change=${(e) => this.narrow('whose', e.target.value)}>
        ${option('', t('mail.everybodys'), whose)}${option('mine', t('mail.mine'), whose)}</select></label>
      <label>${t('status')}<select @change=${(e) => this.narrow('status', e.target.value)}>
        ${option('', t('scans.all'), status)}${STATES.map((state) => option(state, t(`mail.${state}`), status))}</select></label>
    </div></form>`;
  }

  columns() {
    const shown = [
      { head: t('mail.what'), cell: ({ message }) => html`<span class="lines">${message}</span>` },
      { head: t('status'), cell: mailTag },
      { head: t('time'), cell: ({ sent_at: sent, created_at: made }) => moment(sent ?? made) },
    ];
    return is('admin') ? [...shown, ...this.adminColumns()] : shown;
  }

  adminColumns() {
    return [
      { head: t('mail.user'), cell: ({ user_id: user }) => user },
      { head: t('actions'), cell: (mail) => this.actions(mail), actions: true },
    ];
  }

  actions(mail) {
    const { id } = mail;
    return html`<span class="row"><a class="button" href="#/notifications/${id}">${t('mail.look')}<span class="hidden"> ${id}</span></a>
      ${sendButton(this, mail)}</span>`;
  }
}

customElements.define('tixgo-notifications', Notifications);
