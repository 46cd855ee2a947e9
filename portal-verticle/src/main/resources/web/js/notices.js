// What the door tells its people besides the answer: what has to be decided, entries in conflict, scans that were not taken.
import { html, nothing } from 'lit';
import { clock, number } from './format.js';
import { t } from './i18n.js';

/** Tickets that nobody could check: only who stands there knows whether they went in; `decide(event, scan, letIn)`. */
export function undecidedNotice(scans, decide) {
  if (!scans.length) return nothing;
  return html`<section class="note warn" id="undecided"><strong>${t('door.undecided', { n: number(scans.length) })}</strong>
    <ul class="plain">${scans.map(
      (scan) => html`<li class="row apart">
      <span><strong>${scan.ticket_id}</strong> <small>${clock(scan.scanned_at)}</small></span>
      <span class="row">${decisions(scan, decide)}</span></li>`,
    )}</ul></section>`;
}

/** The two things that can have happened. */
export function decisions(scan, decide) {
  const button = (letIn, key) =>
    html`<button @click=${(e) => decide(e, scan, letIn)}>${t(key)}<span class="hidden"> ${scan.ticket_id}</span></button>`;
  return [button(true, `decide.${scan.direction}`), button(false, 'decide.away')];
}

/** Scans that another door's passage stands against; `seen` is called when they have been read. */
export function conflictNotice(conflicts, seen) {
  if (!conflicts.length) return nothing;
  return html`<section class="note stop" role="alert" id="door-conflicts"><strong>${t('door.conflicts')}</strong>
    <ul class="plain">${conflicts.map((c) => html`<li><strong>${c.ticket_id}</strong>${c.holder ? ` ${c.holder}` : nothing}: ${why(c)}</li>`)}</ul>
    <button @click=${seen}>${t('door.seen')}</button></section>`;
}

function why({ turnedAway, code, other }) {
  if (turnedAway) return t('door.turnedAway');
  return code ? t(`code.${code}`) : t('door.conflict', { gate: other?.gate ?? '–', staff: other?.checked_in_by ?? '' });
}

/** What the service did not take, and has no record of, is for people to decide: `again(event)` or `forget(event, n)`. */
export function unfitNotice(count, { again, forget }) {
  if (!count) return nothing;
  const n = number(count);
  return html`<section class="note stop" role="alert" id="unfit"><strong>${t('door.unfit', { n })}</strong>
    <div class="row"><button @click=${again}>${t('door.unfitAgain')}</button>
    <button class="danger" @click=${(e) => forget(e, n)}>${t('door.unfitForget')}</button></div></section>`;
}
