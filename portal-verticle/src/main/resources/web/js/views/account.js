// One's own account: who one is and what one says of oneself, a new password, the end of every session.
import { html, nothing } from 'lit';
import { identity } from '../api.js';
import { moment } from '../format.js';
import { passwordsAlike } from '../forms.js';
import { languages, t } from '../i18n.js';
import { logOut } from '../logout.js';
import { has } from '../services.js';
import { end, know, session } from '../session.js';
import { tell } from '../toast.js';
import { fields, View } from '../view.js';

class Account extends View {
  static properties = { shown: { state: true } };

  /** Nobody's, between the end of a session and the log-in page. */
  content() {
    if (!session.user) return nothing;
    const { username, role } = session.user;
    return html`
      <h1>${t('title.account')}</h1>
      <section class="card">
        <dl class="meta">
          <dt>${t('username')}</dt><dd>${username}</dd>
          <dt>${t('role')}</dt><dd>${t(`role.${role}`)}</dd>
          ${role === 'scanner' ? device(session.user) : nothing}
        </dl>
        <div class="row">${has('wallet') ? html`<a class="button" href="#/wallet">${t('title.wallet')}</a>` : nothing}
          ${has('notification') ? html`<a class="button" href="#/notifications">${t('notifications')}</a>` : nothing}
          <button @click=${() => logOut()}>${t('logout')}</button></div>
      </section>
      ${role === 'scanner' ? nothing : html`${this.profile()}${this.password()}`}`;
  }

  profile() {
    const { full_name: fullName, email, phone, address, locale } = session.user;
    const spoken = locale && !(locale in languages) ? { ...languages, [locale]: locale } : languages;
    return html`
      <section class="card">
        <h2>${t('account.profile')}</h2>
        <p class="hint">${t('account.whoSees')}</p>
        <form data-draft="profile" @submit=${(e) => this.act(e, () => this.save(e.target))}>
          ${this.drafts.note('profile')}
          <label>${t('fullName')}<input name="full_name" autocomplete="name" maxlength="200" .value=${fullName ?? ''}></label>
          <label>${t('email')}<input name="email" type="email" autocomplete="email" maxlength="254" .value=${email ?? ''}></label>
          <label>${t('phone')}<small>${t('account.phone')}</small>
            <input name="phone" type="tel" autocomplete="tel" maxlength="32" .value=${phone ?? ''}></label>
          <label>${t('address')}<input name="address" autocomplete="street-address" maxlength="500" .value=${address ?? ''}></label>
          <label>${t('account.locale')}<select name="locale">
            <option value="" ?selected=${!locale}>–</option>
            ${Object.entries(spoken).map(([code, name]) => html`<option value=${code} ?selected=${code === locale}>${name}</option>`)}
          </select></label>
          <button class="main">${t('save')}</button>
        </form>
      </section>`;
  }

  /** An empty field takes away what it held. */
  async save(form) {
    const profile = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value || null]));
    know(await identity.saveProfile(session.user.id, profile));
    tell(t('account.saved'));
  }

  password() {
    const type = this.shown ? 'text' : 'password';
    return html`
      <section class="card">
        <h2>${t('account.password')}</h2>
        <p class="hint">${t('account.everywhere')}</p>
        <form @input=${(e) => passwordsAlike(e.currentTarget)} @submit=${(e) => this.act(e, () => this.change(fields(e.target)))}>
          <label>${t('account.old')}<input name="old_password" type=${type} autocomplete="current-password" required></label>
          <label>${t('account.new')}<input name="new_password" type=${type} autocomplete="new-password" required minlength="6" maxlength="72"></label>
          <label>${t('account.repeat')}<input name="repeated" type=${type} autocomplete="new-password" required></label>
          <label class="check"><input type="checkbox" @change=${(e) => {
            this.shown = e.target.checked;
          }}>${t('account.show')}</label>
          <button class="main">${t('account.change')}</button>
        </form>
      </section>`;
  }

  async change({ old_password, new_password }) {
    await identity.password({ old_password, new_password });
    end('password');
    this.leaveFor('#/login');
  }
}

const device = ({ gates, expires_at: until }) => html`
  <dt>${t('gates')}</dt><dd>${gates.join(', ') || t('devices.any')}</dd>
  <dt>${t('status')}</dt><dd>${t('devices.until', { time: moment(until) })}</dd>`;

customElements.define('tixgo-account', Account);
