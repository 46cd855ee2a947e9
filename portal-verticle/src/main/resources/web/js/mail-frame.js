// A mail as its reader sees it, in a frame in which nothing runs.
import { html } from 'lit';

/** With what stands in its quotes, maybe a page with tags of its own. */
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** `page` is a whole document; `title` names the frame. */
export const mailFrame = (page, title) => html`<iframe class="mail" title=${title} sandbox="allow-same-origin" srcdoc=${undressed(page)}
  @load=${(e) => dress(e.currentTarget)}></iframe>`;

/** A frame has the policy of the page, under which no style that stands in a document counts: they come by script. */
function undressed(page) {
  const parsed = new DOMParser().parseFromString(page.replace(TAG, renamed), 'text/html');
  for (const frame of parsed.querySelectorAll('iframe')) {
    frame.srcdoc = undressed(frame.srcdoc);
    frame.setAttribute('sandbox', 'allow-same-origin');
  }
  return parsed.documentElement.outerHTML;
}

const renamed = (tag) => tag.replace(/\sstyle=/gi, ' data-style=');

/** Once all of it is there, with the frames in it. */
function dress(frame) {
  const page = frame.contentDocument;
  page.querySelectorAll('[data-style]').forEach((element) => {
    element.style.cssText = element.dataset.style;
  });
  page.querySelectorAll('iframe').forEach(dress);
  frame.style.height = '0';
  frame.style.height = `${page.documentElement.scrollHeight}px`;
}
