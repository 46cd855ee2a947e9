// One's own account: who one is, a new password, the end of every session.
import { html, nothing } from 'lit';
import { identity } from '../api.js';
import { t } from '../i18n.js';
import { logOut } from '../logout.js';
import { end, session } from '../session.js';
import { fields, View } from '../view.js';

class Account extends View {
  content() {
    const { username, role, full_name: fullName, email } = session.user;
    return html`
      <h1>${t('title.account')}</h1>
      <section class="card">
        <dl class="meta">
          <dt>${t('username')}</dt><dd>${username}</dd>
          <dt>${t('role')}</dt><dd>${t(`role.${role}`)}</dd>
          <dt>${t('fullName')}</dt><dd>${fullName ?? '–'}</dd>
          <dt>${t('email')}</dt><dd>${email ?? '–'}</dd>
        </dl>
        <div class="row"><button @click=${() => logOut()}>${t('logout')}</button></div>
      </section>
      ${role === 'scanner' ? nothing : this.password()}`;
  }

  password() {
    return html`
      <section class="card">
        <h2>${t('account.password')}</h2>
        <p class="hint">${t('account.everywhere')}</p>
        <form @submit=${(e) => this.act(e, () => this.change(fields(e.target)))}>
          <label>${t('account.old')}<input name="old_password" type="password" autocomplete="current-password" required></label>
          <label>${t('account.new')}<input name="new_password" type="password" autocomplete="new-password" required minlength="6" maxlength="72"></label>
          <button class="main">${t('account.change')}</button>
        </form>
      </section>`;
  }

  async change(body) {
    await identity.password(body);
    end();
    location.hash = '#/login';
  }
}

customElements.define('tixgo-account', Account);
