// People and what they may do.
import { html, nothing } from 'lit';
import { identity } from '../api.js';
import { t } from '../i18n.js';
import { has } from '../services.js';
import { session } from '../session.js';
import { Paged } from '../paged.js';
import { table } from '../table.js';
import { tell } from '../toast.js';

const ROLES = ['user', 'committee', 'admin'];

class Users extends Paged {
  constructor() {
    super();
    this.chosen = new Map(); // Roles that are not saved yet, by the user's number.
  }

  page(values) {
    return identity.users(values);
  }

  content() {
    const columns = [
      { head: t('username'), cell: (user) => user.username },
      { head: t('fullName'), cell: (user) => user.full_name ?? '–' },
      { head: t('role'), cell: (user) => this.roleForm(user) },
      { head: t('delete'), cell: (user) => this.deletion(user), actions: true },
    ];
    return html`<div class="row apart"><h1>${t('users')}</h1>${has('notification') ? html`<a class="button" href="#/notifications">${t('notifications')}</a>` : nothing}</div>
      ${table(t('users'), columns, this.items, (user) => user.id)}${this.more()}`;
  }

  /** Nothing changes before it is saved: arrow keys go through all roles. */
  roleForm(user) {
    const choose = (e) => {
      this.chosen.set(user.id, e.target.value);
      this.requestUpdate();
    };
    const isNew = (this.chosen.get(user.id) ?? user.role) !== user.role;
    return html`<form class="row" @submit=${(e) => this.act(e, () => this.setRole(user))}>
      <select aria-label="${t('role')} ${user.username}" @change=${choose}>${ROLES.map(
        (role) => html`<option value=${role} ?selected=${role === user.role}>${t(`role.${role}`)}</option>`,
      )}</select>
      ${
        isNew ? html`<button class="main">${t('save')}<span class="hidden"> ${t('role')} ${user.username}</span></button>` : nothing
      }</form>`;
  }

  deletion(user) {
    if (user.id === session.user.id) return nothing;
    return html`<button class="danger quiet" @click=${(e) => this.act(e, () => this.deleteUser(user))}>
      ${t('delete')}<span class="hidden"> ${user.username}</span></button>`;
  }

  async setRole(user) {
    const { username: name } = user;
    const chosen = this.chosen.get(user.id);
    const role = t(`role.${chosen}`);
    if (chosen === 'admin' && !(await this.ask(t('users.sureAdmin', { name }), { yes: t('users.makeAdmin') }))) return;
    const saved = await identity.setRole(user.id, chosen);
    Object.assign(user, saved);
    this.chosen.delete(user.id);
    tell(t('users.saved', { name, role }));
  }

  async deleteUser(user) {
    if (!(await this.ask(t('users.sure', { name: user.username }), { yes: t('delete') }))) return;
    await identity.deleteUser(user.id);
    tell(t('users.deleted', { name: user.username }));
    await this.reload();
  }
}

customElements.define('tixgo-users', Users);
