// A view of a list that comes in pages, and can be narrowed.
import { html, nothing } from 'lit';
import { pagesShown, param, setParam, showPages } from './address.js';
import { t } from './i18n.js';
import { View } from './view.js';

const PAGE = 100;
const MOST = 1000;
const PAUSE_MS = 200;

/** What a list can be narrowed by is in `static filters`, and in the address. */
export class Paged extends View {
  static filters = [];

  constructor() {
    super();
    this.items = [];
    this.cursor = null;
    this.filter = Object.fromEntries(/** @type {typeof Paged} */ (this.constructor).filters.map((name) => [name, param(name)]));
  }

  /**
   * Overridden.
   * @param {any} _values what is asked for
   * @returns {Promise<{ items: any[], cursor?: string, total?: number }>}
   */
  async page(_values) {
    return { items: [] };
  }

  load() {
    return this.page({ ...this.filter, limit: Math.min(MOST, pagesShown() * PAGE) });
  }

  /** A moment later, when nobody types on. */
  narrow(name, value) {
    this.filter = { ...this.filter, [name]: value.trim() };
    setParam(name, value.trim());
    showPages(1);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.reload(), PAUSE_MS);
  }

  get isNarrowed() {
    return Object.values(this.filter).some(Boolean);
  }

  more() {
    return this.cursor ? html`<button @click=${(e) => this.act(e, () => this.nextPage())}>${t('more')}</button>` : nothing;
  }

  async nextPage() {
    const asked = this.items;
    const found = await this.page({ ...this.filter, limit: PAGE, cursor: this.cursor });
    if (asked !== this.items) return;
    this.items = [...asked, ...found.items];
    this.cursor = found.cursor;
    showPages(pagesShown() + 1);
  }
}
