// Counts as bars, and the last hour by the minute.
import { html, svg } from 'lit';
import { hour, number, percent } from './format.js';
import { t } from './i18n.js';

const MINUTES = 60;
const MINUTE_MS = 60000;
const TICKS = [59, 40, 20, 0]; // Minutes ago.

/** Each with its part of `total`, the greatest first. */
export function bars(counts, total, unnamed) {
  const rows = Object.entries(counts).sort((a, b) => b[1] - a[1]);
  if (!rows.length) return html`<p class="hint">${t('live.nothing')}</p>`;
  const of = Math.max(total, rows[0][1], 1);
  return html`<ul class="bars plain">${rows.map(([name, n]) => html`<li>
    <span>${name || unnamed}</span><progress max=${of} value=${n} aria-label=${name || unnamed}></progress>
    <span class="amount"><strong>${number(n)}</strong> <small>${percent((100 * n) / of)}</small></span></li>`)}</ul>`;
}

/** A bar a minute up to now, with the most a minute on one axis and the time on the other. */
export function minutes(perMinute) {
  const counts = new Map(perMinute.map((row) => [Math.floor(new Date(row.minute) / MINUTE_MS), row.checked_in]));
  const now = Math.floor(Date.now() / MINUTE_MS);
  const points = Array.from({ length: MINUTES }, (_, i) => counts.get(now - MINUTES + 1 + i) ?? 0);
  const most = Math.max(...points);
  const total = points.reduce((sum, n) => sum + n, 0);
  const words = t('live.minutesLabel', { n: number(total), most: number(most) });
  return html`<div class="chart" role="img" aria-label=${words}>
      <span class="most">${number(Math.max(1, most))}</span><span class="least">0</span>
      <svg viewBox="0 0 ${MINUTES} 100" preserveAspectRatio="none">${points.map((n, i) => bar(i, (100 * n) / Math.max(1, most)))}</svg>
      <span class="times">${TICKS.map((ago) => html`<span>${hour((now - ago) * MINUTE_MS)}</span>`)}</span>
    </div>
    <p class="hint">${words}</p>`;
}

const bar = (i, height) => svg`<rect x=${i + 0.1} y=${100 - height} width="0.8" height=${height}/>`;
