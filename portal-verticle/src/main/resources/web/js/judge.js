// What a door says of a ticket by itself, from what it knew last.

/** The answer when what is known is not enough to let anyone through, nor to turn him away. */
export const UNCHECKED = 'UNCHECKED';

/**
 * The refusal's code, null to let it through, or `UNCHECKED`. `known` is `{whole, listed, ticket, genuine, passage, rules}`,
 * `whole` when the list, the rules and who has passed came to this device without a gap: nobody is let through
 * by less. A sold ticket that isn't on the list yet is `genuine` by its signature. The same rules as the server's, but for capacity, which one door alone can't know.
 */
export function judge(scan, known, now = new Date()) {
  const code = scan.direction === 'out' ? exit(known) : entry(scan, known, now);
  return code ?? (known.whole ? null : UNCHECKED);
}

function entry(scan, { whole, listed, ticket, genuine, passage, rules }, now) {
  if (isOff(rules)) return 'EVENT_CANCELLED';
  if (whole && listed && !ticket && !genuine) return 'UNKNOWN_TICKET';
  if (ticket?.revoked) return 'TICKET_REVOKED';
  if (ticket && !isFor(ticket.gates, scan.gate)) return 'WRONG_GATE';
  if (passage && (passage.inside || (rules && !rules.reentry))) return 'ALREADY_CHECKED_IN';
  if (!areOpen(rules, now)) return 'DOORS_CLOSED';
  return mayHaveLeft(passage) ? UNCHECKED : null;
}

/** Whoever is inside may leave, whatever became of the event. */
function exit({ whole, passage, rules }) {
  if (mayHaveLeft(passage)) return UNCHECKED;
  if (passage?.inside || !(passage || whole)) return null;
  if (isOff(rules)) return 'EVENT_CANCELLED';
  return passage ? 'ALREADY_OUTSIDE' : 'NOT_INSIDE';
}

/** It has entered, and whether it has left since nobody has told this door. */
const mayHaveLeft = (passage) => passage?.inside === null;

const isOff = (rules) => ['cancelled', 'deleted'].includes(rules?.event_status);

/** Gates are told apart by more than case: staff types them. */
function isFor(gates, gate = '') {
  return !gates.length || gates.some((one) => one.toLowerCase() === gate.toLowerCase());
}

function areOpen(rules, now) {
  const { opens_at: opens, closes_at: closes } = rules ?? {};
  return !(opens && now < new Date(opens)) && !(closes && now >= new Date(closes));
}
