// The end of a session, on every service and in every tab.
import { identity } from './api.js';
import { ask } from './dialog.js';
import { forgetLists } from './gatebook.js';
import { t } from './i18n.js';
import { waiting } from './outbox.js';
import { endEverywhere, is } from './session.js';

/**
 * Without a network the token at least is forgotten here. Guests' names go too; scans that were not
 * sent stay, and it says so first. A scanner's token is ended by an admin alone.
 */
export async function logOut() {
  const question = await warning();
  if (question && !(await ask(question, { yes: t('logout') }))) return;
  await forgetLists();
  if (!is('scanner')) await identity.logout().catch(() => {});
  endEverywhere();
  location.hash = '#/';
}

/** What is lost or left here, if anything is. */
async function warning() {
  const { waits, unfit } = await waiting();
  const scans = waits + unfit ? t('logout.waiting', { n: waits + unfit }) : '';
  return is('scanner') ? `${t('logout.scanner')} ${scans || t('logout.sure')}` : scans;
}
