// The end of a session, on every service and in every tab.
import { identity } from './api.js';
import { endEverywhere } from './session.js';

/** Without a network the token at least is forgotten here. */
export async function logOut() {
  await identity.logout().catch(() => {});
  endEverywhere();
  location.hash = '#/';
}
