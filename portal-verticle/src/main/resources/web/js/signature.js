// Whether a sold ticket's QR code is genuine, which a door finds out by itself: docs/ticket-qr.md.
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const ALGORITHM = 'Ed25519';

/** True when one of the keys `[{kid, public_key}]` has signed the text for the event; false also where the browser can't tell. */
export async function isGenuine(text, eventId, keys) {
  const end = text.lastIndexOf(':');
  const [, kid] = text.split(':');
  const key = keys.find((one) => one.kid === kid);
  if (!key) return false;
  try {
    const signer = await crypto.subtle.importKey('raw', ofBase64(key.public_key), ALGORITHM, false, ['verify']);
    return await crypto.subtle.verify(
      ALGORITHM,
      signer,
      ofBase32(text.slice(end + 1)),
      new TextEncoder().encode(`${text.slice(0, end)}\n${eventId}`),
    );
  } catch {
    return false;
  }
}

/** Bits that fill no byte are none. */
export function ofBase32(letters) {
  const bytes = [];
  let bits = 0;
  let value = 0;
  for (const letter of letters) {
    value = (value << 5) | LETTERS.indexOf(letter);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >> bits) & 255);
    }
    value &= 255;
  }
  return new Uint8Array(bytes);
}

const ofBase64 = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
