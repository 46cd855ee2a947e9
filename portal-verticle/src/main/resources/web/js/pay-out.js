// Money that somebody transfers back by hand, and says so.
import { html, nothing } from 'lit';
import { books } from './books-api.js';
import { money } from './format.js';
import { t } from './i18n.js';
import { isUnderWay } from './refunds.js';
import { tell } from './toast.js';
import { fields } from './view.js';

/** For a `page` of refunds; nothing for what isn't to be paid out. */
export function payOutForm(page, refund) {
  if (refund.channel !== 'payout' || !isUnderWay(refund)) return nothing;
  const name = `payout ${refund.id}`;
  return html`<form data-draft=${name} @submit=${(e) => page.act(e, () => confirm(page, refund, fields(e.target)))}>
    <label>${t('payout.reference')}<small>${t('payout.hint')}</small><input name="reference" required maxlength="128" autocomplete="off"></label>
    <div class="row"><button class="main">${t('payout.do')}<span class="hidden"> ${money(refund.amount, refund.currency)}</span></button></div></form>`;
}

/** After a question: it can't be taken back. */
async function confirm(page, refund, body) {
  const values = { amount: money(refund.amount, refund.currency), reference: body.reference };
  if (!(await page.ask(t('payout.sure', values), { yes: t('payout.do'), danger: false }))) return false;
  await books.payOut(refund.id, body);
  tell(t('payout.done', values));
  await page.reload();
  return true;
}
