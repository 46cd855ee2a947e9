// Who changed what: the audit of all services, the newest first, narrowed by who, what and when.
import { html, nothing } from 'lit';
import { identity } from '../api.js';
import { fileButtons, save } from '../downloads.js';
import { moment, number } from '../format.js';
import { t } from '../i18n.js';
import { dayStart } from '../local-time.js';
import { periodFields } from '../money-ways.js';
import { Paged } from '../paged.js';
import { table } from '../table.js';

const SERVICES = ['identity', 'attendance', 'event', 'ticketing', 'payment', 'wallet', 'notification', 'report'];
const LENGTHS = { actor: 254, action: 64, target: 320, request_id: 128 };
const TEXTS = Object.keys(LENGTHS);
const PAGES = { event: '#/events/', venue: '#/venues/' };
const ROLES = ['user', 'committee', 'admin', 'scanner'];

/** Days are the reader's, the last one included. */
const asked = ({ from, to, ...values }) => ({ ...values, from: dayStart(from), to: dayStart(to, undefined, 1) });

class Audit extends Paged {
  static filters = [...TEXTS, 'service', 'from', 'to'];

  page(values) {
    return identity.audit(asked(values));
  }

  content() {
    const { items, total } = this;
    return html`
      <h1>${t('title.audit')}</h1>
      <p class="hint">${t('audit.hint')}</p>
      ${this.form()}
      <div class="row apart"><p role="status">${t('audit.total', { n: number(total) })}</p>
        ${items.length ? fileButtons(this, t('audit.file'), (format) => this.download(format)) : nothing}</div>
      ${
        items.length
          ? table(t('title.audit'), columns(), items, (entry) => entry.number)
          : html`<p class="empty">${t(this.isNarrowed ? 'audit.noneFound' : 'audit.none')}</p>`
      }
      ${this.more()}`;
  }

  form() {
    const option = (value, words) => html`<option value=${value} .selected=${value === this.filter.service}>${words}</option>`;
    return html`<form role="search" @submit=${(e) => e.preventDefault()}><div class="two">
      ${TEXTS.map((name) => this.field(name))}
      <label>${t('audit.service')}<select @change=${(e) => this.narrow('service', e.target.value)}>
        ${option('', t('scans.all'))}${SERVICES.map((name) => option(name, name))}</select></label>
      ${periodFields(this.filter, (name, value) => this.narrow(name, value))}
    </div></form>`;
  }

  field(name) {
    return html`<label>${t(`audit.${name}`)}<small>${t(`audit.${name}.hint`)}</small>
      <input autocomplete="off" maxlength=${LENGTHS[name]} .value=${this.filter[name]} @input=${(e) => this.narrow(name, e.target.value)}></label>`;
  }

  async download(format) {
    await save(await identity.auditFile({ ...asked(this.filter), format }), 'TixGo', t('title.audit'), format);
  }
}

const columns = () => [
  { head: t('time'), cell: ({ at }) => moment(at) },
  { head: t('audit.actor'), cell: who },
  { head: t('audit.action'), cell: ({ action, service }) => html`<code>${action}</code> <small>${service}</small>` },
  { head: t('audit.target'), cell: target },
  { head: t('audit.changes'), cell: changes },
  { head: t('audit.request_id'), cell: ({ request_id: id }) => (id ? narrowed('request_id', id, html`<code>${id}</code>`) : '–') },
];

const narrowed = (name, value, words) => html`<a href="#/audit?${name}=${encodeURIComponent(value)}">${words}</a>`;

const who = ({ actor: { name, role }, address }) => html`${name ? narrowed('actor', name, name) : '–'}
  <small>${ROLES.includes(role) ? t(`role.${role}`) : role}${address ? html` · ${address}` : nothing}</small>`;

/** With a way to its page, where it has one. */
function target({ target: { kind, id }, count }) {
  const words = html`${kind} ${id}`;
  const page = PAGES[kind];
  return html`${page ? html`<a href=${page + encodeURIComponent(id)}>${words}</a>` : words}
    ${count ? html`<small>${t('audit.andMore', { n: number(count - 1) })}</small>` : nothing}`;
}

function changes({ changes: found }) {
  const all = Object.entries(found);
  if (!all.length) return '–';
  return html`<details><summary>${t('audit.changed', { n: number(all.length) })}</summary><ul class="plain">${all.map(change)}</ul></details>`;
}

/** Of what may not be told it is only said that it is another. */
const change = ([path, { from, to }]) =>
  html`<li><code>${path}</code>${from === undefined && to === undefined ? nothing : html`: ${shown(from)} → ${shown(to)}`}</li>`;

function shown(value) {
  if (value === undefined || value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

customElements.define('tixgo-audit', Audit);
