import { same } from './check.js';
import { isGenuine, ofBase32 } from './signature.js';

export function base32ShouldBeThatOfRfc4648() {
  const text = (letters) => String.fromCharCode(...ofBase32(letters));
  same(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'], ['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI'].map(text));
  same(64, ofBase32('A'.repeat(103)).length);
}

export async function whatCanNotBeVerifiedShouldNotBeGenuine() {
  const text = `TIXGO1:4IQL:7KQ2M9XTBD4HJW3R:${'A'.repeat(103)}`;
  same(false, await isGenuine(text, 'e', []), 'no such key');
  same(false, await isGenuine(text, 'e', [{ kid: '4IQL', public_key: 'AAAA' }]), 'no Ed25519 here');
}
