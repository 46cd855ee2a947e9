// One's tickets, by event: what comes first at the top, to be held out at the door on a phone.
import { html, nothing } from 'lit';
import { repeat } from 'lit-html/repeat';
import { all } from '../all.js';
import { bookedEvents } from '../booked-events.js';
import { groupOf } from '../event-time.js';
import { day } from '../format.js';
import { t } from '../i18n.js';
import { own, Selling } from '../selling.js';
import { mine } from '../shop-api.js';
import { ticketCard } from '../ticket-card.js';
import { View } from '../view.js';

class MyTickets extends Selling(View) {
  async load() {
    const bookings = await all(mine.bookings, own({ status: 'PAID' }));
    return { groups: grouped(bookings, await bookedEvents(bookings)) };
  }

  content() {
    const past = this.groups.filter((group) => isPast(group));
    return html`
      <div class="row apart"><h1>${t('title.myTickets')}</h1><a class="button" href="#/bookings">${t('myBookings')}</a></div>
      ${this.groups.length ? nothing : html`<div class="empty"><p>${t('mine.noTickets')}</p><a class="button main" href="#/shop">${t('shop')}</a></div>`}
      ${this.groups.filter((group) => !isPast(group)).map(shown)}
      ${past.length ? html`<details class="past"><summary><h2>${t('agenda.past')}</h2></summary><div class="stack">${past.map(shown)}</div></details>` : nothing}`;
  }
}

/** `{id, event, tickets}` of each event, the next first; of one that can't be asked for the time isn't known. */
function grouped(bookings, idToEvent) {
  const groups = new Map();
  for (const { event_id: id, tickets } of bookings) {
    const group = groups.get(id) ?? { id, event: idToEvent.get(id), tickets: [] };
    group.tickets.push(...tickets.filter(({ status }) => status === 'valid'));
    groups.set(id, group);
  }
  const start = ({ event }) => Date.parse(event?.start_time) || 0;
  return [...groups.values()].filter(({ tickets }) => tickets.length).sort((a, b) => start(a) - start(b));
}

const isPast = ({ event }) => Boolean(event) && groupOf(event) === 'past';

const shown = ({ id, event, tickets }) => html`<section class="stack">
  <h2>${event?.title ?? id}</h2>
  ${event ? html`<p>${day(event.start_time, event.time_zone)}${event.location ? ` · ${event.location}` : nothing}</p>` : nothing}
  <div class="grid">${repeat(
    tickets,
    ({ ticket_id: code }) => code,
    (ticket) => ticketCard(ticket),
  )}</div></section>`;

customElements.define('tixgo-my-tickets', MyTickets);
