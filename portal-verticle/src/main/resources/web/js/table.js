// A list as a table; on a phone each of its rows is a card, with the headings beside the values.
import { html } from 'lit';
import { repeat } from 'lit-html/repeat';

/**
 * `columns` are `{ head, cell(item) }`; the first one names the row, and one with `actions` holds its buttons, with a
 * heading that is only read out. What a table is stays so for a screen reader, also where it is shown as cards. What
 * was chosen in a row goes with its item, whose `key(item)` is its own.
 */
export function table(label, columns, items, key) {
  return html`<table class="cards" role="table" aria-label=${label}>
    <thead role="rowgroup"><tr role="row">${columns.map(heading)}</tr></thead>
    <tbody role="rowgroup">${repeat(items, key, (item) => row(columns, item))}</tbody></table>`;
}

const heading = ({ head, actions }) => html`<th role="columnheader" scope="col"><span class=${actions ? 'hidden' : ''}>${head}</span></th>`;

const row = (columns, item) => html`<tr role="row">${columns.map((column) => cell(column, item))}</tr>`;

const cell = ({ head, actions, cell: content }, item) =>
  html`<td role="cell" class=${actions ? 'actions' : ''} data-head=${head}><div>${content(item)}</div></td>`;
