// People and what they may do.
import { html, nothing } from 'lit';
import { identity } from '../api.js';
import { t } from '../i18n.js';
import { session } from '../session.js';
import { Paged } from '../paged.js';

const ROLES = ['user', 'committee', 'admin'];

class Users extends Paged {
  page(values) {
    return identity.users(values);
  }

  content() {
    return html`<h1>${t('users')}</h1>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('users')}><table>
        <thead><tr><th>${t('username')}</th><th>${t('fullName')}</th><th>${t('role')}</th><th><span class="hidden">${t('delete')}</span></th></tr></thead>
        <tbody>${this.items.map((user) => this.row(user))}</tbody></table></div>
      ${this.more()}`;
  }

  row(user) {
    return html`<tr><td>${user.username}</td><td>${user.full_name ?? '–'}</td>
      <td><select aria-label="${t('role')} ${user.username}" @change=${(e) => this.act(e, () => this.setRole(user, e.target))}>
        ${ROLES.map((role) => html`<option value=${role} ?selected=${role === user.role}>${t(`role.${role}`)}</option>`)}</select></td>
      <td>${user.id === session.user.id ? nothing
        : html`<button class="danger" @click=${(e) => this.act(e, () => this.deleteUser(user))}>${t('delete')}<span class="hidden"> ${user.username}</span></button>`}</td></tr>`;
  }

  async setRole(user, select) {
    try {
      Object.assign(user, await identity.setRole(user.id, select.value));
    } catch (error) {
      select.value = user.role;
      throw error;
    }
  }

  async deleteUser(user) {
    if (!(await this.ask(t('users.sure', { name: user.username }), { yes: t('delete') }))) return;
    await identity.deleteUser(user.id);
    await this.reload();
  }
}

customElements.define('tixgo-users', Users);
