// Counts as bars, and over time.
import { html, svg } from 'lit';
import { hour, number, percent, weekday } from './format.js';
import { t } from './i18n.js';

const BARS = 60;
const FEWEST = 10;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440]; // Minutes a bar.
const MINUTE_MS = 60000;
const DAY_MS = 1440 * MINUTE_MS;
const TICKS = [0, 1 / 3, 2 / 3, 1];

/** Each with its part of `total`, the greatest first. */
export function bars(counts, total, unnamed) {
  const rows = Object.entries(counts).sort((a, b) => b[1] - a[1]);
  if (!rows.length) return html`<p class="hint">${t('live.nothing')}</p>`;
  const of = Math.max(total, rows[0][1], 1);
  return html`<ul class="bars plain">${rows.map(
    ([name, n]) => html`<li>
    <span>${name || unnamed}</span><progress max=${of} value=${n} aria-label=${name || unnamed}></progress>
    <span class="amount"><strong>${number(n)}</strong> <small>${percent((100 * n) / of)}</small></span></li>`,
  )}</ul>`;
}

/** Bars over the last hour or the whole event, with the most in one of them on one axis and the time on the other. */
export function minutes(perMinute, whole) {
  const counts = perMinute.map((row) => [Math.floor(Date.parse(row.minute) / MINUTE_MS), row.checked_in]);
  const words = ({ total, most, step }) =>
    t(step > 1 ? 'live.stepsLabel' : 'live.minutesLabel', { n: number(total), most: number(most), step });
  return chart(whole && counts.length ? ofAll(counts, 1) : ofHour(counts), { words });
}

/**
 * The same from the first of `counts`, which are `[minute, n]`, to the last, a bar being of `least` minutes or more.
 * `words({total, most, step})` says what is to be seen, `label(n)` how much that is, `tick(time)` when.
 */
export const overTime = (counts, least, ways) => chart(ofAll(counts, least), ways);

function chart({ first, step, points }, { words, label = number, tick = hourOrDay }) {
  const most = Math.max(...points);
  const total = points.reduce((sum, n) => sum + n, 0);
  const text = words({ total, most, step });
  return html`<div class="chart" role="img" aria-label=${text}>
      <span class="most">${label(Math.max(1, most))}</span><span class="least">0</span>
      <svg aria-hidden="true" viewBox="0 0 ${points.length} 100" preserveAspectRatio="none">${points.map((n, i) => bar(i, (100 * n) / Math.max(1, most)))}</svg>
      <span class="times">${ticks(first, step, points.length, tick)}</span>
    </div>
    <p class="hint">${text}</p>`;
}

const ofHour = (counts) => spread(counts, Math.floor(Date.now() / MINUTE_MS) - BARS + 1, 1, BARS);

/** From the first minute to the last, as many of them a bar as fit, `least` of them or more. */
function ofAll(counts, least) {
  const first = counts[0][0];
  const length = counts.at(-1)[0] - first + 1;
  const step = STEPS.find((minute) => minute >= least && length / minute < BARS) ?? Math.ceil(length / BARS / least) * least;
  const start = Math.floor(first / step) * step;
  return spread(counts, start, step, Math.max(FEWEST, Math.ceil((first + length - start) / step)));
}

function spread(counts, first, step, length) {
  const points = new Array(length).fill(0);
  for (const [minute, n] of counts) {
    const place = Math.floor((minute - first) / step);
    if (place >= 0 && place < length) points[place] += n;
  }
  return { first, step, points };
}

function ticks(first, step, length, tick) {
  const times = TICKS.map((part) => (first + Math.round(part * (length - 1)) * step) * MINUTE_MS);
  const days = times.at(-1) - times[0] >= DAY_MS;
  return times.map((time) => html`<span>${tick(time, days)}</span>`);
}

const hourOrDay = (time, days) => `${days ? `${weekday(time)} ` : ''}${hour(time)}`;

const bar = (i, height) => svg`<rect x=${i + 0.1} y=${100 - height} width="0.8" height=${height}/>`;
