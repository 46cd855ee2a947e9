// One event: what it is, its numbers, its rules, and everything that can be done with it.
import { html, nothing } from 'lit';
import { door, events } from '../api.js';
import { OfEvent } from '../event-view.js';
import { day, fromInput, number, toInput, zone, zoneHint } from '../format.js';
import { t } from '../i18n.js';
import { numbers } from '../numbers.js';
import { is } from '../session.js';
import { tell } from '../toast.js';
import { fields, View } from '../view.js';

const XLSX = 'xlsx';

class Event extends OfEvent(View) {
  /** The event can be known here and not at Event, and the other way round: each is shown. */
  async load() {
    const troubles = [];
    const none = (error) => { if (error.status !== 404) troubles.push(error); return null; };
    const [event, stats, rules] = await Promise.all([
      this.findEvent().catch(none),
      door.stats(this.eventId).catch(none),
      door.rules(this.eventId).catch(none),
    ]);
    if (!event && !stats && troubles.length) throw troubles[0];
    return { event, stats, rules, trouble: troubles[0] };
  }

  content() {
    const { description, location: place, start_time: start, end_time: finish, capacity } = this.event ?? {};
    return html`
      <div class="row apart"><h1>${this.name()}</h1>
        ${is('admin') && this.event ? html`<span class="row">
          <a class="button" href=${this.to('/edit')}>${t('edit')}</a>
          <button class="danger" @click=${(e) => this.act(e, () => this.deleteEvent())}>${t('delete')}</button></span>` : nothing}</div>
      ${this.event ? nothing : html`<p class="note warn">${this.trouble ? t('event.down') : t('event.unknown')}</p>`}
      ${this.stats ? numbers(this.stats) : html`<p class="note warn">${t('stats.down')}</p>`}
      ${this.ways()}
      <section class="card">
        <h2>${t('event.about')}</h2>
        ${description ? html`<p class="lines">${description}</p>` : nothing}
        <dl class="meta">
          <dt>${t('event.start')}</dt><dd>${start ? day(start) : '–'}</dd>
          <dt>${t('event.end')}</dt><dd>${finish ? day(finish) : '–'}</dd>
          <dt>${t('event.location')}</dt><dd>${place ?? '–'}</dd>
          <dt>${t('event.capacity')}</dt><dd>${capacity ?? '–'}</dd>
          <dt>ID</dt><dd><code>${this.eventId}</code></dd>
        </dl>
      </section>
      ${is('admin') && this.rules ? this.ruleForm() : nothing}
      ${is('admin', 'committee') ? this.exports() : nothing}`;
  }

  ways() {
    return html`<nav class="row" aria-label=${t('event.ways')}>
      <a class="button main" href=${this.to('/live')}>${t('title.live')}</a>
      ${is('admin', 'committee') ? html`
        <a class="button" href=${this.to('/tickets')}>${t('title.tickets')}</a>
        <a class="button" href=${this.to('/scans')}>${t('title.scans')}</a>
        <a class="button" href=${this.to('/conflicts')}>${t('title.conflicts')}</a>` : nothing}
    </nav>`;
  }

  ruleForm() {
    const { reentry, capacity, opens_at: opens, closes_at: closes } = this.rules;
    return html`
      <form class="card" data-draft="rules" @submit=${(e) => this.act(e, () => this.saveRules(fields(e.target)))}>
        <h2>${t('rules')}</h2>
        ${this.drafts.note('rules')}
        <label class="check"><input type="checkbox" name="reentry" .checked=${reentry}>${t('rules.reentry')}</label>
        <div class="two">
          <label>${t('rules.capacity')}<small>${t('rules.capacityHint')}</small><input name="capacity" type="number" min="1" .value=${capacity ?? ''}></label>
          <label>${t('rules.opens')}<small>${zoneHint()}</small><input name="opens_at" type="datetime-local" .value=${toInput(opens)}></label>
          <label>${t('rules.closes')}<small>${zoneHint()}</small><input name="closes_at" type="datetime-local" .value=${toInput(closes)}></label>
        </div>
        <div class="row"><button class="main">${t('save')}</button></div>
      </form>`;
  }

  exports() {
    const formats = (what, key) => html`<div class="row"><span class="grow">${t(key)}</span>
      ${['csv', XLSX].map((format) => html`<button @click=${(e) => this.act(e, () => this.download(what, format))}>${format.toUpperCase()}<span class="hidden"> ${t(key)}</span></button>`)}</div>`;
    return html`<section class="card"><h2>${t('exports')}</h2><p class="hint">${t('exports.zone', { zone: zone() })}</p>
      ${formats('', 'exports.attendance')}
      ${formats('/scans', 'exports.scans')}</section>`;
  }

  async download(what, format) {
    const response = await door.export(this.eventId, what, format);
    const url = URL.createObjectURL(await response.blob());
    const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
    Object.assign(document.createElement('a'), { href: url, download: name ?? `tixgo.${format}` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  }

  async saveRules(form) {
    this.rules = await door.setRules(this.eventId, {
      reentry: form.reentry === 'on',
      capacity: form.capacity ? Number(form.capacity) : null,
      opens_at: fromInput(form.opens_at),
      closes_at: fromInput(form.closes_at),
    });
    tell(t('saved'));
  }

  /** Deletes what is shown, as it is shown, or nothing: whoever says yes knows how many have checked in. */
  async deleteEvent() {
    const { id, title, start_time: start, tag } = this.event;
    const stats = await door.stats(id).catch(() => null);
    const n = stats ? number(stats.total_checked_in) : t('event.unknownNumber');
    if (!(await this.ask(t('event.sure', { title, date: day(start), n }), { yes: t('delete') }))) return;
    await events.remove(id, tag).catch((error) => this.lookAgain(error));
    tell(t('event.deleted', { title }));
    this.leaveFor('#/events');
  }

  /** Whoever changed it meanwhile has made something else of it. */
  async lookAgain(error) {
    if (error.status === 412) await this.reload();
    throw error;
  }
}

customElements.define('tixgo-event', Event);
