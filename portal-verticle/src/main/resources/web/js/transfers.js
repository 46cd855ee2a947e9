// Transfers of money between users, in words.
import { html } from 'lit';
import { money } from './format.js';
import { t } from './i18n.js';

const KIND = { pending: 'warn', completed: 'go', failed: 'stop' };

export const rupiah = (amount) => money(amount, 'IDR');

export const transferTag = ({ status }) => html`<span class="tag short ${KIND[status] ?? ''}">${t(`transfer.${status}`)}</span>`;
