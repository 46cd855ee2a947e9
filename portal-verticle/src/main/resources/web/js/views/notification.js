// One mail, as it is sent, with what became of it; for admins.
import { html, nothing } from 'lit';
import { moment, number } from '../format.js';
import { t } from '../i18n.js';
import { mails } from '../mail-api.js';
import { mailFrame } from '../mail-frame.js';
import { mailTag, sendButton } from '../resending.js';
import { OfMails } from '../selling.js';
import { View } from '../view.js';

class Notification extends OfMails(View) {
  async load() {
    const [mail, preview] = await Promise.all([mails.get(this.mailId), mails.preview(this.mailId)]);
    return { mail, preview };
  }

  content() {
    const { mail } = this;
    const line = (key, value) => (value ? html`<dt>${t(key)}</dt><dd>${value}</dd>` : nothing);
    return html`
      <div class="row apart"><h1>${t('title.notification')} ${mail.id}</h1><span role="status">${mailTag(mail)}</span></div>
      <p><a href="#/notifications">${t('title.notifications')}</a></p>
      <section class="card"><dl class="meta">
        ${line('mail.user', mail.user_id)}
        ${line('mail.made', moment(mail.created_at))}
        ${line('mail.attempts', number(mail.attempts))}
        ${line('mail.sentAt', mail.sent_at && moment(mail.sent_at))}
        ${line('mail.next', mail.next_attempt_at && moment(mail.next_attempt_at))}
        ${line('mail.why', mail.error)}
      </dl><div class="row">${sendButton(this, mail)}</div></section>
      <section class="stack"><h2>${t('mail.preview')}</h2>${mailFrame(this.preview, t('mail.preview'))}</section>`;
  }
}

customElements.define('tixgo-notification', Notification);
