// What a ticket's code is, however it was typed or scanned: the same rules as the service's TicketCode.
const BLANK = '[\\p{Z}\\p{Cc}\\p{Cf}]';
const LEADING = new RegExp(`^${BLANK}+`, 'u');
const TRAILING = new RegExp(`(?<!${BLANK})${BLANK}+$`, 'u');
const IDENTIFIER = /^\][A-Za-z][0-9]/; // AIM's, which a scanner may send before the code.
const SIGNED = /^TIXGO1:[A-Z2-7]{4}:([0-9A-Z]{16}):[A-Z2-7]{103}$/i; // The QR code of a sold ticket, docs/ticket-qr.md.
const UNFIT = /[\p{Cc}\p{Cs}]/u;
const LONGEST = 128;

/** The code that a text is; null when it is none. A code gives itself. */
export function ticketCode(text) {
  let code = bare(text);
  code = SIGNED.exec(code)?.[1].toUpperCase() ?? code;
  return isFit(code) ? code : null;
}

/** What a sold ticket's QR code says, with its signature; null when the text is none. */
export function signedText(text) {
  const signed = bare(text).toUpperCase();
  return SIGNED.test(signed) ? signed : null;
}

/** Without what stands around it. */
function bare(text) {
  let code = cut(text.normalize('NFC'));
  while (IDENTIFIER.test(code)) code = cut(code.slice(3));
  return code;
}

/** The same for codes that differ by case alone. */
export const fold = (code) => code.toUpperCase();

const cut = (text) => text.replace(LEADING, '').replace(TRAILING, '');

function isFit(code) {
  return code && code !== '.' && code !== '..' && [...code].length <= LONGEST && !UNFIT.test(code);
}
