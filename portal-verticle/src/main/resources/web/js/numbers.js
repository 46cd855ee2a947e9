// An event's numbers, the same on its page and on the dashboard.
import { html } from 'lit';
import { number, percent } from './format.js';
import { t } from './i18n.js';

export const box = (label, value, kind = '') => html`<div class="number ${kind}"><strong>${value}</strong>${label}</div>`;

export function numbers(stats, conflicts = null) {
  const refused = Object.values(stats.refused).reduce((sum, n) => sum + n, 0);
  const of = stats.total_registered ? t('stats.of', { n: number(stats.total_registered) }) : t('stats.noList');
  return html`<section class="numbers" aria-label=${t('stats')}>
    <div class="number" id="checked-in"><strong>${number(stats.total_checked_in)}</strong>${t('stats.checkedIn')} ${of}</div>
    ${box(t('stats.percent'), stats.total_registered ? percent(stats.checkin_percentage) : '–')}
    ${box(t('stats.inside'), number(stats.inside))}
    ${box(t('stats.refused'), number(refused), refused ? 'stop' : '')}
    ${conflicts === null ? '' : box(t('stats.conflicts'), number(conflicts), conflicts ? 'stop' : '')}
  </section>`;
}
