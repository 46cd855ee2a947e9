// One's own account: who one is, a new password, the end of every session.
import { html, nothing } from 'lit';
import { identity } from '../api.js';
import { moment } from '../format.js';
import { t } from '../i18n.js';
import { logOut } from '../logout.js';
import { end, session } from '../session.js';
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
          ${role === 'scanner' ? device(session.user) : person(session.user)}
        </dl>
        <div class="row"><button @click=${() => logOut()}>${t('logout')}</button></div>
      </section>
      ${role === 'scanner' ? nothing : this.password()}`;
  }

  password() {
    const type = this.shown ? 'text' : 'password';
    return html`
      <section class="card">
        <h2>${t('account.password')}</h2>
        <p class="hint">${t('account.everywhere')}</p>
        <form @input=${(e) => compare(e.currentTarget)} @submit=${(e) => this.act(e, () => this.change(fields(e.target)))}>
          <label>${t('account.old')}<input name="old_password" type=${type} autocomplete="current-password" required></label>
          <label>${t('account.new')}<input name="new_password" type=${type} autocomplete="new-password" required minlength="6" maxlength="72"></label>
          <label>${t('account.repeat')}<input name="repeated" type=${type} autocomplete="new-password" required></label>
          <label class="check"><input type="checkbox" @change=${(e) => { this.shown = e.target.checked; }}>${t('account.show')}</label>
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

const person = ({ full_name: fullName, email }) => html`
  <dt>${t('fullName')}</dt><dd>${fullName ?? '–'}</dd>
  <dt>${t('email')}</dt><dd>${email ?? '–'}</dd>`;

const device = ({ gates, expires_at: until }) => html`
  <dt>${t('gates')}</dt><dd>${gates.join(', ') || t('devices.any')}</dd>
  <dt>${t('status')}</dt><dd>${t('devices.until', { time: moment(until) })}</dd>`;

/** The browser says at the field what differs, before anything is sent. */
function compare({ elements: { new_password: first, repeated } }) {
  repeated.setCustomValidity(first.value === repeated.value ? '' : t('account.differs'));
}

customElements.define('tixgo-account', Account);
