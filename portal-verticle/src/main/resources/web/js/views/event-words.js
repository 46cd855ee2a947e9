// What an organiser says in the ticket mails of an event, in each language: edited, looked at and taken back.
import { html, nothing } from 'lit';
import { OfEvent } from '../event-view.js';
import { languages, t } from '../i18n.js';
import { words } from '../mail-api.js';
import { mailFrame } from '../mail-frame.js';
import { OfMails } from '../selling.js';
import { tell } from '../toast.js';
import { fields, View } from '../view.js';

class EventWords extends OfMails(OfEvent(View)) {
  /** @type {object} */
  static properties = { samples: { state: true } };

  constructor() {
    super();
    this.samples = {};
  }

  async load() {
    const [event, all] = await Promise.all([this.findEvent(), words.of(this.eventId).catch(explainOwner)]);
    return { event, known: Object.fromEntries(all.map((one) => [one.language, one])) };
  }

  content() {
    return html`
      <h1>${t('title.eventWords')}</h1>
      <p>${this.back()}</p>
      <p class="hint">${t('words.hint')}</p>
      <p class="hint">${t('words.variables')}</p>
      ${Object.keys(languages).map((language) => this.form(language))}`;
  }

  form(language) {
    const known = this.known[language];
    return html`
      <form class="card" id=${language} data-draft=${language} @submit=${(e) => this.act(e, () => this.said(e, language))}>
        <h2>${languages[language]}</h2>
        ${this.drafts.note(language)}
        <label>${t('words.subject')}<small>${t('words.subjectHint')}</small>
          <input name="subject" maxlength="150" .value=${known?.subject ?? ''}></label>
        <label>${t('words.text')}<small>${t('words.textHint')}</small>
          <textarea name="text" rows="6" maxlength="2000" .value=${known?.text ?? ''}></textarea></label>
        <div class="row"><button class="main">${t('save')}</button><button value="sample">${t('words.look')}</button>
          ${known ? this.removal(language) : nothing}</div>
        ${this.sample(language)}
      </form>`;
  }

  removal(language) {
    return html`<button type="button" class="danger quiet" @click=${(e) => this.remove(e, language)}>${t('words.remove')}</button>`;
  }

  sample(language) {
    const sample = this.samples[language];
    if (!sample) return nothing;
    return html`<section class="stack" role="status"><h3>${sample.subject}</h3>${mailFrame(sample.html, t('mail.preview'))}</section>`;
  }

  /** One button keeps what is in the form, the other shows the mail that comes of it. */
  async said(event, language) {
    const { subject, text } = fields(event.target);
    if (!subject && !text) throw Object.assign(new Error(), { key: 'words.empty' });
    return event.submitter?.value === 'sample' ? this.look(language, { subject, text }) : this.save(language, { subject, text });
  }

  async look(language, body) {
    const sample = await words.sample(this.eventId, language, body).catch(explainTemplate);
    this.samples = { ...this.samples, [language]: sample };
    return false;
  }

  async save(language, body) {
    const kept = await words.put(this.eventId, language, body).catch(explainTemplate);
    this.known = { ...this.known, [language]: kept };
    tell(t('saved'));
    return true;
  }

  remove(event, language) {
    const { form } = event.currentTarget;
    return this.act(event, async () => {
      if (!(await this.ask(t('words.sure', { language: languages[language] }), { yes: t('words.remove') }))) return;
      await words.remove(this.eventId, language);
      this.known = { ...this.known, [language]: undefined };
      this.samples = { ...this.samples, [language]: undefined };
      form.reset();
      this.drafts.done(form);
      tell(t('words.removed'));
    });
  }
}

/** @returns {never} */
function explainOwner(error) {
  if (error.status === 403) error.key = 'figures.notYours';
  throw error;
}

/**
 * The line is in the service's own sentence.
 * @returns {never}
 */
function explainTemplate(error) {
  for (const one of error.problem?.errors ?? []) {
    const [, line] = /^line (\d+):/.exec(one.msg ?? '') ?? [];
    if (one.type === 'template') Object.assign(one, line ? { value: line } : { type: 'template.long' });
  }
  throw error;
}

customElements.define('tixgo-event-words', EventWords);
