// One event: what it is, its numbers, its rules, and everything that can be done with it.
import { html, nothing } from 'lit';
import { door, events } from '../api.js';
import { save } from '../downloads.js';
import { isPublished, stateOf } from '../event-time.js';
import { OfEvent } from '../event-view.js';
import { showsFigures } from '../figures-api.js';
import { day, number, zone, zoneHint } from '../format.js';
import { t } from '../i18n.js';
import { fromInput, toInput } from '../local-time.js';
import { showsWords } from '../mail-api.js';
import { numbers } from '../numbers.js';
import { venues } from '../sales-api.js';
import { is } from '../session.js';
import { tell } from '../toast.js';
import { fields, View } from '../view.js';

const FORMATS = ['csv', 'xlsx'];
const KIND = { running: 'go', today: 'go', draft: 'warn', cancelled: 'stop' };
const isStaff = () => is('admin', 'committee');

class Event extends OfEvent(View) {
  /** The event can be known here and not at Event, and the other way round: each is shown. */
  async load() {
    const troubles = [];
    const none = (error) => {
      if (error.status !== 404) troubles.push(error);
      return null;
    };
    const [event, stats, rules, open] = await Promise.all([
      this.findEvent().catch(none),
      door.stats(this.eventId).catch(none),
      door.rules(this.eventId).catch(none),
      isStaff() ? door.conflicts(this.eventId, { status: 'open', limit: 1 }).catch(none) : null,
    ]);
    if (!event && !stats && troubles.length) throw troubles[0];
    const venue = event?.venue_id ? await venues.get(event.venue_id).catch(() => null) : null;
    return { event, stats, rules, venue, conflicts: open?.total, trouble: troubles[0] };
  }

  content() {
    const state = this.event && stateOf(this.event);
    return html`
      <div class="row apart"><h1>${this.name()}</h1>
        ${state ? html`<span class="tag ${KIND[state] ?? ''}">${t(`event.${state}`)}</span>` : nothing}</div>
      ${this.event ? nothing : html`<p class="note warn">${this.trouble ? t('event.down') : t('event.unknown')}</p>`}
      ${this.stats ? numbers(this.stats) : html`<p class="note warn">${t('stats.down')}</p>`}
      ${this.ways()}
      ${this.about()}
      ${is('admin') && this.rules ? this.ruleForm() : nothing}
      ${isStaff() ? this.exports() : nothing}
      ${is('admin') && this.event ? this.ends() : nothing}`;
  }

  ways() {
    const { conflicts: n } = this;
    return html`<nav class="row" aria-label=${t('event.ways')}>
      <a class="button main" href=${this.to('/live')}>${t('title.live')}</a>
      ${
        isStaff()
          ? html`
        <a class="button" href=${this.to('/sales')}>${t('title.sales')}</a>
        <a class="button" href=${this.to('/bookings')}>${t('title.bookings')}</a>
        <a class="button" href=${this.to('/tickets')}>${t('title.tickets')}</a>
        <a class="button" href=${this.to('/scans')}>${t('title.scans')}</a>
        <a class="button" href=${this.to('/conflicts')}>${t('title.conflicts')}
          ${n ? html`<span class="tag stop">${t('event.open', { n: number(n) })}</span>` : nothing}</a>`
          : nothing
      }
      ${showsFigures(this.event) ? html`<a class="button" href=${this.to('/report')}>${t('title.eventReport')}</a>` : nothing}
      ${showsWords(this.event) ? html`<a class="button" href=${this.to('/words')}>${t('title.eventWords')}</a>` : nothing}
      ${is('admin') && this.event?.status === 'cancelled' ? html`<a class="button" href=${this.to('/refunds')}>${t('title.eventRefunds')}</a>` : nothing}
      ${is('admin') && this.event ? html`<a class="button" href=${this.to('/edit')}>${t('edit')}</a>` : nothing}
    </nav>`;
  }

  about() {
    const { description, location: place, start_time: start, end_time: finish, capacity } = this.event ?? {};
    return html`<section class="card">
      <h2>${t('event.about')}</h2>
      ${description ? html`<p class="lines">${description}</p>` : nothing}
      <dl class="meta">
        <dt>${t('event.start')}</dt><dd>${start ? day(start) : '–'}</dd>
        <dt>${t('event.end')}</dt><dd>${finish ? day(finish) : '–'}</dd>
        ${this.venue ? html`<dt>${t('event.place')}</dt><dd>${this.where()}</dd>` : nothing}
        <dt>${t('event.location')}</dt><dd>${place ?? '–'}</dd>
        <dt>${t('event.capacity')}</dt><dd>${capacity ? number(capacity) : '–'}</dd>
        <dt>ID</dt><dd><code>${this.eventId}</code></dd>
      </dl></section>`;
  }

  /** Staff find there what else stands in the room. */
  where() {
    const {
      venue: { id, name, rooms },
      event: { room_id: roomId },
    } = this;
    const room = rooms.find((one) => one.id === roomId);
    const words = room ? `${name} · ${room.name}` : name;
    return isStaff() ? html`<a href="#/venues/${id}${room ? `/rooms/${roomId}` : ''}">${words}</a>` : words;
  }

  ruleForm() {
    const { reentry, capacity, opens_at: opens, closes_at: closes } = this.rules;
    const room = this.event?.capacity;
    const hint = room ? t('rules.capacityOfEvent', { n: number(room) }) : t('rules.capacityHint');
    return html`
      <form class="card" data-draft="rules" @submit=${(e) => this.act(e, () => this.saveRules(fields(e.target)))}>
        <h2>${t('rules')}</h2>
        ${this.drafts.note('rules')}
        <label class="check"><input type="checkbox" name="reentry" .checked=${reentry}>${t('rules.reentry')}</label>
        <div class="two">
          <label>${t('rules.opens')}<small>${zoneHint()}</small>
            <input name="opens_at" type="datetime-local" .value=${toInput(opens)}></label>
          <label>${t('rules.closes')}<small>${zoneHint()}</small>
            <input name="closes_at" type="datetime-local" .value=${toInput(closes)}></label>
          <label>${t('rules.capacity')}<small>${hint}</small>
            <input name="capacity" type="number" min="1" .value=${capacity ?? ''}></label>
        </div>
        <div class="row"><button class="main">${t('save')}</button></div>
      </form>`;
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

  exports() {
    const file = (what, key, values) => html`<div class="row"><span class="grow">${t(key)}</span>
      ${FORMATS.map(
        (format) => html`<button @click=${(e) => this.act(e, () => this.download(what, key, format, values))}>
        ${format.toUpperCase()}<span class="hidden"> ${t(key)}</span></button>`,
      )}</div>`;
    return html`<section class="card"><h2>${t('exports')}</h2><p class="hint">${t('exports.zone', { zone: zone() })}</p>
      ${file('', 'exports.attendance')}
      ${this.stats?.total_registered ? file('/tickets', 'exports.absent', { state: 'not_yet' }) : nothing}
      ${file('/scans', 'exports.scans')}</section>`;
  }

  async download(what, key, format, values) {
    await save(await door.export(this.eventId, what, format, values), this.name(), t(key), format);
  }

  /** What ends an event, or lets it begin; out of the way of what is done daily. */
  ends() {
    const [key, status] = isPublished(this.event) ? ['event.cancel', 'cancelled'] : ['event.publish', 'published'];
    return html`<section class="card"><h2>${t('event.ends')}</h2><p class="hint">${t('event.endsHint')}</p>
      <div class="row">
        <button @click=${(e) => this.act(e, () => this.setStatus(status))}>${t(key)}</button>
        <button class="danger quiet" @click=${(e) => this.act(e, () => this.deleteEvent())}>${t('delete')}</button>
      </div></section>`;
  }

  async setStatus(status) {
    const { id, title, tag } = this.event;
    const yes = t('event.cancel');
    if (status === 'cancelled' && !(await this.ask(t('event.sureCancel', { title }), { yes }))) return;
    await events.patch(id, tag, { status }).catch((error) => this.lookAgain(error));
    tell(t(status === 'cancelled' ? 'event.isCancelled' : 'event.isPublished', { title }));
    await this.reload();
  }

  /** Deletes what is shown, as it is shown, or nothing: whoever says yes knows how many have checked in. */
  async deleteEvent() {
    const { id, title, start_time: start, tag } = this.event;
    const stats = await door.stats(id).catch(() => null);
    const n = stats ? number(stats.total_checked_in) : t('event.unknownNumber');
    if (!(await this.ask(t('event.sure', { title, date: day(start), n }), { yes: t('delete') }))) return;
    if (!(await this.removed(id, tag, title))) return;
    tell(t('event.deleted', { title }));
    this.leaveFor('#/events');
  }

  /** Of an event with check-ins or sales the service wants to hear it twice; false when the second answer is no. */
  async removed(id, tag, title) {
    try {
      await events.remove(id, tag);
    } catch (error) {
      if (error.code !== 'IN_USE') return this.lookAgain(error);
      const { checkins, sold, held } = error.problem;
      const uses = { n: number(checkins), sold: number(sold), held: number(held) };
      if (!(await this.ask(t('event.sureInUse', { title, ...uses }), { yes: t('event.deleteAll') }))) return false;
      await events.remove(id, tag, true).catch((other) => this.lookAgain(other));
    }
    return true;
  }

  /** Whoever changed it meanwhile has made something else of it. */
  async lookAgain(error) {
    if (error.status === 412) await this.reload();
    throw error;
  }
}

customElements.define('tixgo-event', Event);
