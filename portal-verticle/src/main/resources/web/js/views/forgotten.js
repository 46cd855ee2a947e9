// A forgotten password: a code is mailed, and sets another one.
import { html } from 'lit';
import { identity } from '../api.js';
import { passwordsAlike } from '../forms.js';
import { t } from '../i18n.js';
import { end } from '../session.js';
import { fields, View } from '../view.js';

class Forgot extends View {
  static properties = { asked: { state: true } };

  content() {
    return html`
      <section class="card">
        <h1>${t('title.forgot')}</h1>
        ${this.asked ? this.onItsWay() : this.form()}
        <p><a href="#/login">${t('login')}</a></p>
      </section>`;
  }

  form() {
    return html`<p>${t('forgot.what')}</p>
      <form @submit=${(e) => this.act(e, () => this.askFor(fields(e.target)))}>
        <label>${t('login.name')}<input name="login" autocomplete="username" autocapitalize="none" required maxlength="254" autofocus></label>
        <button class="main">${t('forgot.ask')}</button>
      </form>
      <p><a href="#/reset">${t('forgot.have')}</a></p>`;
  }

  /** The same whether there is such a user or not. */
  onItsWay() {
    return html`<p class="note go" role="status">${t('forgot.asked')}</p>
      <p>${t('forgot.noAddress')}</p>
      <p><a class="button main" href="#/reset">${t('forgot.have')}</a></p>`;
  }

  async askFor(body) {
    await identity.forgot(body);
    this.asked = true;
  }
}

class Reset extends View {
  static properties = { shown: { state: true } };

  content() {
    const type = this.shown ? 'text' : 'password';
    return html`
      <section class="card">
        <h1>${t('title.reset')}</h1>
        <p>${t('reset.what')}</p>
        <form @input=${(e) => passwordsAlike(e.currentTarget)} @submit=${(e) => this.act(e, () => this.reset(fields(e.target)))}>
          <label>${t('reset.code')}<input name="token" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" required maxlength="256" autofocus></label>
          <label>${t('account.new')}<small>${t('register.password')}</small>
            <input name="new_password" type=${type} autocomplete="new-password" required minlength="6" maxlength="72"></label>
          <label>${t('account.repeat')}<input name="repeated" type=${type} autocomplete="new-password" required></label>
          <label class="check"><input type="checkbox" @change=${(e) => {
            this.shown = e.target.checked;
          }}>${t('account.show')}</label>
          <button class="main">${t('reset.do')}</button>
        </form>
        <p><a href="#/forgot">${t('reset.none')}</a> · <a href="#/login">${t('login')}</a></p>
      </section>`;
  }

  /** Whoever was logged in with the old one isn't any more. */
  async reset({ token, new_password }) {
    await identity.reset({ token: token.trim(), new_password });
    end('password');
    this.leaveFor('#/login');
  }
}

customElements.define('tixgo-forgot', Forgot);
customElements.define('tixgo-reset', Reset);
