// The door's answer, readable at arm's length.
import { html, nothing } from 'lit';
import { clock, day } from './format.js';
import { say, t } from './i18n.js';

const TODAY_MS = 12 * 3600 * 1000;
const when = (time) => (Date.now() - new Date(time) < TODAY_MS ? clock(time) : day(time));

/** `outcome` is null before the first scan. One live region throughout, so that each answer is read out. */
export function answer(outcome) {
  return html`<section class="answer ${kind(outcome)}" id="answer" aria-live="assertive" aria-atomic="true">${words(outcome)}</section>`;
}

function kind(outcome) {
  if (!outcome) return '';
  if (outcome.busy) return 'busy';
  return outcome.code ? 'stop' : 'go';
}

function words(outcome) {
  if (!outcome) return html`<p class="why">${t('door.ready')}</p>`;
  if (outcome.busy) return html`<p class="who">${outcome.ticket_id}</p>`;
  const { code, record, ticket } = outcome;
  return html`
    <p class="sign"><span aria-hidden="true">${code ? '✕' : '✓'}</span> ${t(code ? 'answer.stop' : 'answer.go')}</p>
    <p class="who">${ticket?.holder_name ?? outcome.ticket_id}</p>
    ${ticket?.ticket_type ? html`<p class="tag">${ticket.ticket_type}</p>` : nothing}
    ${code ? html`<p class="why">${outcome.error ? say(outcome.error) : t(`code.${code}`)}</p>` : nothing}
    ${code && record ? html`<p class="why">${t('answer.first', { time: when(record.checked_in_at), gate: record.gate ?? '–', staff: record.checked_in_by })}</p>` : nothing}
    ${code === 'WRONG_GATE' && ticket ? html`<p class="why">${t('answer.gates', { gates: ticket.gates.join(', ') })}</p>` : nothing}
    <p>${ticket?.holder_name ? outcome.ticket_id : nothing} ${outcome.offline ? html`<span class="tag">${t('offline')}</span>` : nothing}</p>`;
}
