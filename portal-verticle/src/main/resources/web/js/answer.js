// The door's answer, readable at arm's length: what to do, who it is, and why.
import { html, nothing } from 'lit';
import { clock, day, hour, number } from './format.js';
import { say, t } from './i18n.js';
import { icon } from './icons.js';
import { UNCHECKED } from './judge.js';

const SOLD = ['REISSUED', 'ENTERED', 'REFUNDED', 'CANCELLED'];
const TODAY_MS = 12 * 3600 * 1000;
const when = (time) => (Math.abs(Date.now() - Date.parse(time)) < TODAY_MS ? clock(time) : day(time));

/** `go` let in, `out` let out, `stop` turned away, `unsure` for people to decide, or nothing yet. */
export function kindOf(outcome) {
  if (!outcome) return '';
  if (outcome.busy) return 'busy';
  if (outcome.code === UNCHECKED) return 'unsure';
  if (outcome.code) return 'stop';
  return outcome.direction === 'out' ? 'out' : 'go';
}

/**
 * `outcome` is null while none is shown. One live region throughout, so that each answer is read out, and none is when it
 * goes; `more` stands below it.
 */
export function answer(outcome, more = nothing) {
  const kind = kindOf(outcome);
  return html`<section class="answer ${kind}" id="answer">
    <div aria-live="assertive" aria-atomic="true">${outcome ? words(outcome, kind) : nothing}</div>
    ${outcome ? nothing : html`<p class="ready">${t('door.ready')}</p>`}
    ${more}</section>`;
}

function words(outcome, kind) {
  const { code, ticket, ticket_id: id } = outcome;
  if (kind === 'busy') return html`<p class="who">${id}</p>`;
  return html`
    <p class="sign">${icon(code || kind, kind)}<span>${t(kind === 'stop' && outcome.direction === 'out' ? 'answer.stop.out' : `answer.${kind}`)}</span></p>
    <p class="who">${ticket?.holder_name ?? id}</p>
    ${ticket?.ticket_type ? html`<p class="tag">${ticket.ticket_type}</p>` : nothing}
    ${outcome.unlisted ? html`<p class="again">${t('answer.unlisted')}</p>` : nothing}
    ${outcome.again ? html`<p class="again">${t('answer.again')}</p>` : nothing}
    ${code ? reasons(outcome) : nothing}
    <p class="small">${ticket?.holder_name ? id : nothing} ${outcome.offline ? html`<span class="tag">${t('offline')}${outcome.listAt ? ` · ${t('door.listAt', { time: hour(outcome.listAt) })}` : nothing}</span>` : nothing}</p>`;
}

/** Why it was turned away, where and when, and what to do. */
function reasons(outcome) {
  const { code, error } = outcome;
  const known = facts[code]?.(outcome) ?? {};
  const lines = [known.line, record(outcome)].filter(Boolean);
  const advice = error ? nothing : t(known.advice ?? `advice.${code}`);
  return html`
    <p class="why">${error ? say(error) : t(known.what ?? `code.${code}`)}</p>
    ${lines.map((line) => html`<p>${line}</p>`)}
    ${advice === nothing || advice.startsWith('advice.') ? nothing : html`<p class="advice">${advice}</p>`}`;
}

/** Who was there before. Of a ticket that is outside, the entry says nothing: its exit does, where it is known. */
function record({ code, record: entry, passage }) {
  const out = passage?.inside === false ? { checked_in_at: passage.at, gate: passage.gate, checked_in_by: passage.staff } : null;
  const shown = code === 'ALREADY_OUTSIDE' ? out : code === 'ALREADY_CHECKED_IN' && entry;
  return shown && t('answer.first', { time: when(shown.checked_in_at), gate: shown.gate ?? '–', staff: shown.checked_in_by });
}

const facts = {
  TICKET_REVOKED: ({ ticket }) => ({ line: ticket?.revoked && t('answer.revoked', { reason: reason(ticket.revoked) }) }),
  WRONG_GATE: ({ ticket, gate }) => ({ line: ticket && t('answer.gates', { gates: ticket.gates.join(', '), here: gate ?? '–' }) }),
  EVENT_FULL: ({ inside, rules }) => ({
    line: inside === undefined ? null : t('answer.full', { n: number(inside), most: number(rules?.effective_capacity ?? inside) }),
  }),
  DOORS_CLOSED: ({ rules }) => doors(rules ?? {}),
  [UNCHECKED]: ({ why }) => ({ what: `unchecked.${why}` }),
};

/** What a seller says, in words; what staff has said, as it stands. */
const reason = (said) => (SOLD.includes(said) ? t(`revoked.${said}`) : said);

function doors({ opens_at: opens, closes_at: closes }) {
  if (opens && Date.now() < Date.parse(opens)) {
    return { what: 'answer.notOpen', line: t('answer.opens', { time: when(opens) }), advice: 'advice.notOpen' };
  }
  return closes ? { what: 'answer.over', line: t('answer.closed', { time: when(closes) }) } : {};
}
