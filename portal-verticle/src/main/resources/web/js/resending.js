// Mails that failed, and how they are sent again; in words.
import { html, nothing } from 'lit';
import { moment } from './format.js';
import { t } from './i18n.js';
import { mails } from './mail-api.js';
import { is } from './session.js';
import { tell } from './toast.js';

const KIND = { pending: 'warn', sent: 'go', failed: 'stop' };

export const mailTag = ({ status }) => html`<span class="tag short ${KIND[status] ?? ''}">${t(`mail.${status}`)}</span>`;

/** For an admin: a button of the `page` for a mail that isn't sent. */
export function sendButton(page, { id, status }) {
  if (!is('admin') || status === 'sent') return nothing;
  return html`<button @click=${(e) => page.act(e, () => again(page, id, status))}>
    ${t(status === 'failed' ? 'mail.resend' : 'mail.sendNow')}<span class="hidden"> ${id}</span></button>`;
}

/** Says what the mail server said. */
async function again(page, id, status) {
  const answer = await (status === 'failed' ? mails.resend(id) : mails.send(id)).finally(() => page.reload());
  if (answer.status === 'failed') throw Object.assign(new Error(), { key: 'mail.refused', lines: [answer.error].filter(Boolean) });
  tell(t(outcome(answer), { time: answer.next_attempt_at ? moment(answer.next_attempt_at) : '' }));
}

const outcome = ({ status, next_attempt_at: next }) => (status === 'sent' ? 'mail.isSent' : next ? 'mail.later' : 'mail.kept');
