// The end of a session, on every service and in every tab.
import { identity } from './api.js';
import { forgetLists } from './gatebook.js';
import { t } from './i18n.js';
import { waiting } from './outbox.js';
import { endEverywhere } from './session.js';
import { ask } from './view.js';

/**
 * Without a network the token at least is forgotten here. Guests' names go too; scans that were not
 * sent stay, and it says so first.
 */
export async function logOut() {
  const { waits, unfit } = await waiting();
  if (waits + unfit && !(await ask(t('logout.waiting', { n: waits + unfit }), { yes: t('logout') }))) return;
  await forgetLists();
  await identity.logout().catch(() => {});
  endEverywhere();
  location.hash = '#/';
}
