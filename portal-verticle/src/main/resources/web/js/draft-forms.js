// Forms whose text outlives the view they are in: those with `data-draft`, each by that name.
import { html, nothing } from 'lit';
import { draftOf, dropDraft, fill, keepDraft, merge, valuesOf } from './drafts.js';
import { t } from './i18n.js';

/** For one view; `note(name)` is for the form of that name. */
export class DraftForms {
  constructor(host) {
    this.host = host;
    this.bases = new WeakMap(); // What each form held before anybody typed.
    this.notes = {};
    host.addController(this);
  }

  hostConnected() {
    this.address = location.hash.split('?')[0];
  }

  hostUpdated() {
    const forms = this.host.querySelectorAll('form[data-draft]');
    [...forms].filter((form) => !this.bases.has(form)).forEach((form) => this.begin(form));
  }

  place(form) {
    return `${this.address} ${form.dataset.draft}`;
  }

  begin(form) {
    const base = valuesOf(form);
    this.bases.set(form, base);
    const draft = draftOf(this.place(form));
    if (draft) this.put(form, 'draft.back', merge(draft.base, draft.mine, base), base);
  }

  /** Merged values, over what is now saved. */
  put(form, key, { values, clashes }, saved) {
    fill(form, values);
    keepDraft(this.place(form), { base: saved, mine: values });
    this.notes[form.dataset.draft] = { key, form, clashes: clashes.map((name) => ({ name, theirs: saved[name] })) };
    this.host.requestUpdate();
  }

  /** For `input` events. */
  keep(form) {
    if (!form?.dataset.draft) return;
    const base = this.bases.get(form);
    const mine = valuesOf(form);
    if (Object.keys(mine).every((name) => mine[name] === base[name])) dropDraft(this.place(form));
    else keepDraft(this.place(form), { base, mine });
  }

  /** What was typed is saved. */
  done(form) {
    if (!form.dataset.draft) return;
    dropDraft(this.place(form));
    this.bases.delete(form);
    delete this.notes[form.dataset.draft];
    this.host.requestUpdate();
  }

  /** Back to what was there before anybody typed. */
  discard(form) {
    fill(form, this.bases.get(form));
    this.done(form);
  }

  /** Somebody else was faster: their changes come in beside one's own, none is lost unseen. */
  async catchUp(form) {
    const base = this.bases.get(form);
    const mine = valuesOf(form);
    fill(form, base);
    await this.host.reload();
    await this.host.updateComplete;
    const theirs = valuesOf(form);
    this.bases.set(form, theirs);
    this.put(form, 'draft.changed', merge(base, mine, theirs), theirs);
    await this.host.updateComplete;
    form.querySelector('.draft')?.focus();
  }

  note(name) {
    const note = this.notes[name];
    if (!note) return nothing;
    return html`<div class="note warn draft" role="status" tabindex="-1">
      <p>${t(note.key)}</p>
      ${note.clashes.length ? html`<ul>${note.clashes.map((clash) => this.clash(note, clash))}</ul>` : nothing}
      <button type="button" @click=${() => this.discard(note.form)}>${t('draft.discard')}</button>
    </div>`;
  }

  clash(note, { name, theirs }) {
    const field = note.form.elements[name];
    const take = () => {
      fill(note.form, { [name]: theirs });
      note.clashes = note.clashes.filter((clash) => clash.name !== name);
      this.keep(note.form);
      this.host.requestUpdate();
    };
    return html`<li>${t('draft.theirs', { label: labelOf(field), value: wordsOf(field, theirs) })}
      <button type="button" @click=${take}>${t('draft.take')}</button></li>`;
  }
}

/** A label's own words, without those of its hint. */
const labelOf = (field) =>
  [...field.labels[0].childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent.trim())
    .join('');

/** A value as its field shows it. */
const wordsOf = (field, value) => [...(field.options ?? [])].find((option) => option.value === value)?.text ?? (value === '' ? '–' : value);
