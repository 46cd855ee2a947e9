// A view of a list that comes in pages.
import { html, nothing } from 'lit';
import { t } from './i18n.js';
import { View } from './view.js';

export class Paged extends View {
  constructor() {
    super();
    this.items = [];
    this.cursor = null;
    this.filter = {};
  }

  /** `{items, cursor, total}`; overridden. */
  async page(values) {
    return { items: [], cursor: null, total: 0, values };
  }

  load() {
    return this.page({ ...this.filter, limit: 100 });
  }

  narrow(name, value) {
    this.filter = { ...this.filter, [name]: value.trim() };
    this.reload();
  }

  more() {
    const next = async () => {
      const asked = this.items;
      const found = await this.page({ ...this.filter, limit: 100, cursor: this.cursor });
      if (asked !== this.items) return;
      this.items = [...asked, ...found.items];
      this.cursor = found.cursor;
    };
    return this.cursor ? html`<button @click=${(e) => this.act(e, next)}>${t('more')}</button>` : nothing;
  }
}
