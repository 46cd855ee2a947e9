// The door: which event and gate, once; then one ticket after the other.
import { html, nothing } from 'lit';
import { answer, kindOf } from '../answer.js';
import { recall } from '../database.js';
import { head, lastScans, tools } from '../door-screen.js';
import { isBlocked, minutesLeft, sessionState } from '../door-session.js';
import '../door-setup.js';
import { Exchange } from '../exchange.js';
import '../guest-search.js';
import { language, t } from '../i18n.js';
import { Lane } from '../lane.js';
import { conflictNotice, decisions, undecidedNotice, unfitNotice } from '../notices.js';
import { forgetUnfit, retryUnfit } from '../outbox.js';
import { onSession, session } from '../session.js';
import { signal } from '../signal.js';
import { hush } from '../toast.js';
import { trouble, View } from '../view.js';
import { stayAwake } from '../wake-lock.js';

class Door extends View {
  connectedCallback() {
    super.connectedCallback();
    const { signal: life } = this.life;
    const unhear = onSession(() => this.sessionChanged());
    addEventListener('keydown', (e) => this.typing(e), { signal: life });
    stayAwake(life);
    life.addEventListener('abort', () => {
      unhear();
      this.closeCamera();
      this.exchange?.stop();
      this.kiosk(false);
    });
  }

  async load() {
    const setup = await recall('door');
    if (this.life.signal.aborted) return {};
    this.exchange?.stop();
    const exchange = new Exchange(setup?.eventId ?? null, () => this.requestUpdate());
    await exchange.count();
    exchange.start();
    const lane = setup && new Lane(setup, exchange, () => this.requestUpdate());
    return { setup, exchange, lane, changing: !setup };
  }

  async reload() {
    await super.reload();
    await this.updateComplete;
    this.focusTicket();
  }

  /** Loud: whoever looks at the queue and not at the screen has to notice. */
  sessionChanged() {
    if (this.blocked()) {
      this.closeCamera();
      this.lane?.clear();
      signal('stop');
    }
    this.exchange?.run();
    this.requestUpdate();
    this.updateComplete.then(() => session.user && this.focusTicket());
  }

  online() {
    return navigator.onLine && !this.exchange?.cut;
  }

  blocked() {
    return isBlocked(this.online());
  }

  content() {
    this.kiosk(!this.changing && !this.menu);
    const { refused } = this.exchange;
    return html`${refused ? trouble(refused) : nothing}${this.changing ? this.choosing() : this.scanning()}`;
  }

  kiosk(on) {
    document.documentElement.classList.toggle('kiosk', on);
  }

  choosing() {
    return html`<h1>${t('door')}</h1>
      ${this.session()}${this.notices()}
      ${session.token ? html`<tixgo-door-setup .language=${language()} .done=${() => this.reload()}></tixgo-door-setup>` : nothing}
      ${this.setup ? html`<p><button @click=${() => this.change(false)}>${t('door.keep', { title: this.setup.title })}</button></p>` : nothing}`;
  }

  session() {
    return html`<tixgo-door-session .language=${language()} .state=${sessionState(this.online())} .minutes=${minutesLeft()} .blocked=${this.blocked()}></tixgo-door-session>`;
  }

  scanning() {
    const blocked = this.blocked();
    return html`<div class="door ${this.lane.direction}">
      ${head(this, () => this.toggleMenu())}
      ${this.menu ? this.more() : nothing}
      ${this.session()}
      <div class="bench">
        ${blocked ? nothing : answer(this.lane.outcome, this.decisions())}
        <div class="stack desk">${this.notices()}${blocked ? nothing : this.desk()}</div>
      </div>
      <tixgo-guest-search .language=${language()} .eventId=${this.setup.eventId} .here=${Boolean(this.exchange.list)} .pick=${(ticketId) => this.scan(ticketId)}></tixgo-guest-search>
    </div>`;
  }

  more() {
    return html`<p class="row">
      <button @click=${(e) => this.act(e, () => this.askToChange())}>${t('door.change')}</button>
      ${document.fullscreenEnabled ? html`<button @click=${(e) => this.act(e, () => fullScreen())}>${t('door.full')}</button>` : nothing}</p>`;
  }

  desk() {
    return html`${tools(this, {
      toggleCamera: (e) => this.act(e, () => this.toggleCamera()),
      turnRound: (e) => this.act(e, () => this.lane.turnRound().then(() => this.focusTicket())),
      search: () => this.querySelector('tixgo-guest-search').open(),
    })}
      <form class="row" @submit=${(e) => this.typed(e)}>
        <label class="grow">${t('door.type')}
          <input name="ticket" id="ticket" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="go" maxlength="256"></label>
        <button class="main">${t('door.check')}</button>
      </form>
      ${lastScans(this.lane.recent)}`;
  }

  notices() {
    const { pending, conflicts } = this.exchange;
    const others = pending.undecided.filter((scan) => scan.nonce !== this.lane?.outcome?.nonce);
    return [
      this.lane ? undecidedNotice(others, (...decision) => this.decide(...decision)) : nothing,
      conflictNotice(conflicts, () => this.exchange.seen()),
      unfitNotice(pending.unfit, {
        again: (e) => this.act(e, () => retryUnfit().then(() => this.exchange.run())),
        forget: (e, n) => this.act(e, () => this.forgetUnfit(n)),
      }),
    ];
  }

  decisions() {
    const { outcome } = this.lane;
    return kindOf(outcome) === 'unsure'
      ? html`<div class="decide">${decisions(outcome, (...decision) => this.decide(...decision))}</div>`
      : nothing;
  }

  decide(event, scan, letIn) {
    return this.act(event, () => this.lane.decide(scan, letIn).then(() => this.focusTicket()));
  }

  async forgetUnfit(n) {
    if (!(await this.ask(t('door.unfitSure', { n }), { yes: t('door.unfitForget') }))) return;
    await forgetUnfit();
    await this.exchange.run();
  }

  toggleMenu() {
    this.menu = !this.menu;
    this.requestUpdate();
  }

  async askToChange() {
    if (await this.ask(t('door.changeSure'), { yes: t('door.change'), danger: false })) this.change(true);
  }

  /** The old set-up stays, and its scans go on being sent, until a new one works. */
  async change(on) {
    this.closeCamera();
    this.lane.show(null);
    hush();
    Object.assign(this, { changing: on, menu: false });
    this.requestUpdate();
    await this.updateComplete;
    this.focusTicket();
  }

  /** A keyboard would hide the answer on a phone whose camera scans. */
  focusTicket() {
    if (!this.camera) this.querySelector('#ticket')?.focus();
  }

  /** A USB scanner types wherever the focus is: what it types goes into the field. */
  typing(event) {
    const isText = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isText && !event.target.closest?.('input, select, textarea, dialog')) this.querySelector('#ticket')?.focus();
  }

  typed(event) {
    event.preventDefault();
    const input = event.target.ticket;
    this.scan(input.value).then(() => this.focusTicket());
    input.value = '';
  }

  async scan(text) {
    if (this.blocked() || this.changing) return;
    hush();
    await this.lane.scan(text);
  }

  closeCamera() {
    this.camera?.close();
    this.camera = null;
  }

  async toggleCamera() {
    if (this.camera) return this.closeCamera();
    const place = this.querySelector('.camera');
    place.hidden = false;
    const { openCamera } = await import('/js/scanner.js');
    try {
      this.camera = await openCamera(place, (text) => this.scan(text));
    } catch {
      place.hidden = true;
      throw Object.assign(new Error(), { code: 'NO_CAMERA' });
    }
  }
}

const fullScreen = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());

customElements.define('tixgo-door', Door);
