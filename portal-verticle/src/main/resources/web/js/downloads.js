// Files that the browser saves, named after the event that they are of.

/** `what` is a word of the reader's language. */
export async function save(response, title, what, format) {
  const url = URL.createObjectURL(await response.blob());
  const name = `${title} - ${what}.${format}`.replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ').replace(/\s+/g, ' ');
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}
