// Files that the browser saves, named after the event that they are of.
import { html, nothing } from 'lit';

/** `what` is a word of the reader's language. */
export async function save(response, title, what, format) {
  const url = URL.createObjectURL(await response.blob());
  const name = `${title} - ${what}.${format}`.replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ').replace(/\s+/g, ' ');
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

/** A button a format; `get(format)` saves it. `what` is read out with it, where there are others beside it. */
export const fileButtons = (view, label, get, what = '') =>
  html`<div class="row"><span>${label}</span>${['csv', 'xlsx'].map(
    (format) =>
      html`<button @click=${(e) => view.act(e, () => get(format))}>${format.toUpperCase()}${
        what ? html`<span class="hidden"> ${what}</span>` : nothing
      }</button>`,
  )}</div>`;
