// Why money goes back, or is not to come any more: a code in words, or what somebody has said.
import { t } from './i18n.js';

const CODES = [
  'ALREADY_PAID',
  'AMOUNT_DIFFERS',
  'BOOKING_CANCELLED',
  'BOOKING_EXPIRED',
  'BOOKING_REFUNDED',
  'BOOKING_UNKNOWN',
  'CANCELLED',
  'CHARGED_BACK',
  'EVENT_CANCELLED',
  'GATEWAY_DESK',
  'PAID_ELSEWHERE',
  'PAID_TWICE',
  'REFUNDED',
  'REVERSED',
  'SOLD_OUT',
  'TOPUP_EXPIRED',
  'TOPUP_REFUSED',
];

export const why = (reason) => (CODES.includes(reason) ? t(`why.${reason}`) : reason);
