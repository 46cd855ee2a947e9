// How much more or less one figure is than another.
import { number, percent } from './format.js';
import { t } from './i18n.js';

const signed = (value, label) => `${value < 0 ? '−' : '+'}${label(Math.abs(value))}`;

/** As `+12 (+20 %)`; nothing where one of both isn't known. */
export function difference(value, base, label = number) {
  if (value === null || base === null) return '';
  const more = value - base;
  if (!more) return t('compare.same');
  return base ? `${signed(more, label)} (${signed((100 * more) / base, percent)})` : signed(more, label);
}

/** Of two percentages, in points. */
export function pointsBetween(value, base) {
  if (value === null || base === null) return '';
  const tenths = Math.round(10 * (value - base));
  return tenths ? signed(tenths / 10, (n) => t('compare.points', { n: number(n) })) : t('compare.same');
}
